package org.entente.agreements.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.CapacityInUse.InUse;
import org.entente.agreements.agreement.Notice;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.TermsForm;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Samples;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;
import org.entente.agreements.negotiation.ProposalRules.Violation;
import org.entente.agreements.terms.AgreementTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proposal must keep to beyond what both sides see over the wire. */
class ProposalRulesTest {
    private static final Instant NOW = Samples.NOW;
    private static final Set<OperatorId> PARTIES = Set.of(Samples.ALBA, Samples.BOREAL);
    private static final DocumentHash HASH = DocumentHash.of("version 1");
    private static final AgreementHistory NOTHING = new AgreementHistory(List.of(), List.of());
    private static final AgreementHistory SIGNED =
            new AgreementHistory(List.of(new SignedAgreement(Samples.terms(), HASH)), List.of());

    @Test
    void aFirstVersionMayHaveBegunAlready() {
        assertThat(rules(NOTHING, InUse.NOTHING)
                        .violatedBy(new AgreementVersion(Samples.terms(), NOW.plusSeconds(1)), PARTIES, NOW))
                .isEmpty();
    }

    @Test
    void anAmendmentTakesEffectWhenItIsDueAtTheEarliest() {
        assertThat(rules(SIGNED, InUse.NOTHING).violatedBy(amendment(NOW.plusSeconds(9)), PARTIES, NOW))
                .isEmpty();
        assertThat(rules(SIGNED, InUse.NOTHING).violatedBy(amendment(NOW.plusSeconds(8)), PARTIES, NOW))
                .map(Violation::code)
                .contains(AgreementProblem.AGREEMENT_EFFECTIVE_BEFORE_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"11, 0, 0", "0, 20.1, 0", "0, 0, 40.6"})
    void aQuotaBelowWhatIsInUseIsNeitherProposedNorAccepted(int instances, BigDecimal vcpu, BigDecimal memory) {
        ProposalRules rules = rules(NOTHING, new InUse(instances, vcpu, memory));

        assertThat(rules.violatedBy(new AgreementVersion(Samples.terms(), NOW.plusSeconds(1)), PARTIES, NOW))
                .map(Violation::code)
                .contains(AgreementProblem.AGREEMENT_QUOTA_IN_USE);
        assertThat(rules.hindrance(Samples.terms(), NOW))
                .map(Violation::code)
                .contains(AgreementProblem.AGREEMENT_QUOTA_IN_USE);
    }

    @Test
    void aQuotaOfJustWhatIsInUseWillDo() {
        InUse all = new InUse(10, new BigDecimal("20"), new BigDecimal("40.50"));

        assertThat(rules(NOTHING, all).hindrance(Samples.terms(), NOW)).isEmpty();
    }

    @Test
    void anAgreementThatEndedHasNoNextVersion() {
        AgreementHistory ended = new AgreementHistory(
                SIGNED.versions(),
                List.of(new Notice(
                        Samples.ALBA,
                        new AgreementNotice.Termination(Samples.terms().agreement(), 1, NOW.minusSeconds(1), "why"))));

        assertThat(rules(ended, InUse.NOTHING).violatedBy(amendment(NOW.plusSeconds(9)), PARTIES, NOW))
                .map(Violation::code)
                .contains(AgreementProblem.AGREEMENT_ENDED);
    }

    private static AgreementVersion amendment(Instant from) {
        AgreementTerms terms =
                TermsForm.with(Samples.terms(), 2, new Window(from, Instant.parse("2030-01-01T00:00:00Z")));
        return new AgreementVersion(terms, NOW.plusSeconds(9), Optional.of(HASH), Optional.empty(), Optional.of(HASH));
    }

    private static ProposalRules rules(AgreementHistory history, InUse inUse) {
        return new ProposalRules(history, inUse, Duration.ofDays(90));
    }
}
