package org.entente.agreements.negotiation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.AgreementProblem;
import org.entente.agreements.agreement.CapacityInUse;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.StoredAgreements;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.negotiation.ProposalRules.Violation;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.terms.AgreementTerms;

/** Checks proposals against what is signed and what is in use, ours and a partner's alike. */
@ApplicationScoped
public class Proposals {
    private final StoredAgreements agreements;
    private final StoredNegotiations negotiations;
    private final Instance<CapacityInUse> capacity;
    private final OperatorConfig self;
    private final NegotiationConfig config;
    private final InstantSource clock;

    Proposals(
            StoredAgreements agreements,
            StoredNegotiations negotiations,
            Instance<CapacityInUse> capacity,
            OperatorConfig self,
            NegotiationConfig config,
            InstantSource clock) {
        this.agreements = agreements;
        this.negotiations = negotiations;
        this.capacity = capacity;
        this.self = self;
        this.config = config;
        this.clock = clock;
    }

    /** Why a proposal that crosses between us and a partner cannot be made, if so. */
    Optional<Violation> violation(AgreementVersion proposal, OperatorId partner) {
        AgreementTerms terms = proposal.terms();
        boolean partiesChanged = negotiations
                .findByIdOptional(terms.agreement().value())
                .filter(row -> !row.host.equals(terms.host().value())
                        || !row.home.equals(terms.home().value()))
                .isPresent();
        if (partiesChanged) {
            return Optional.of(new Violation(
                    AgreementProblem.AGREEMENT_PARTIES_CHANGED,
                    "The host and the home operator of " + terms.agreement() + " cannot change"));
        }
        return rules(terms.agreement()).violatedBy(proposal, Set.of(self.operator(), partner), clock.instant());
    }

    /** Why a proposed version cannot be accepted now, if so. */
    Optional<Violation> hindrance(AgreementTerms terms) {
        return rules(terms.agreement()).hindrance(terms, clock.instant());
    }

    /** The version that the next one replaces. */
    Optional<SignedAgreement> last(AgreementId agreement) {
        return agreements.find(agreement);
    }

    /** When an answer is due, where the proposer says nothing: no later than an amendment takes effect. */
    Instant answerBy(AgreementTerms terms) {
        Instant usual = clock.instant().plus(config.answerWithin());
        Instant effective = terms.validity().from();
        return terms.version() > 1 && effective.isBefore(usual) ? effective : usual;
    }

    /** Every document that a version names, which is what it builds on. */
    static List<DocumentHash> bases(AgreementVersion version) {
        return Stream.of(version.replaces(), version.counters(), version.follows())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private ProposalRules rules(AgreementId agreement) {
        AgreementHistory history = agreements.history(agreement);
        CapacityInUse.InUse inUse =
                capacity.isResolvable() ? capacity.get().under(agreement) : CapacityInUse.InUse.NOTHING;
        return new ProposalRules(history, inUse, config.answerWithinMax());
    }
}
