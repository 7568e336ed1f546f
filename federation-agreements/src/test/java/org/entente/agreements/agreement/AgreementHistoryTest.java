package org.entente.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Samples;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.AgreementTerms;
import org.junit.jupiter.api.Test;

/** What holds at an instant follows from the signed documents alone. */
class AgreementHistoryTest {
    private static final AgreementId AGREEMENT = new AgreementId("alba-at-boreal");
    private static final OperatorId HOST = Samples.BOREAL;
    private static final OperatorId HOME = Samples.ALBA;
    private static final SignedAgreement FIRST = version(1, "2026-01-01", "2027-01-01");
    private static final SignedAgreement SECOND = version(2, "2026-07-01", "2028-01-01");

    @Test
    void nothingStandsBeforeAnythingIsSigned() {
        assertThat(history(List.of()).standing(at("2026-05-01"))).isEmpty();
        assertThat(history(List.of()).versionAt(at("2026-05-01"))).isEmpty();
    }

    @Test
    void aSignedVersionWaitsForItsFirstInstant() {
        assertThat(history(List.of(FIRST)).standing(at("2025-12-31"))).contains(new Standing.NotYet(at("2026-01-01")));
        assertThat(history(List.of(FIRST)).standing(at("2026-01-01"))).contains(new Standing.InForce(FIRST));
    }

    @Test
    void anAmendmentReplacesTheEarlierVersionFromItsEffectiveDateOn() {
        AgreementHistory history = history(List.of(SECOND, FIRST));

        assertThat(history.versionAt(at("2026-07-01").minusNanos(1))).contains(FIRST);
        assertThat(history.versionAt(at("2026-07-01"))).contains(SECOND);
        assertThat(history.standing(at("2027-06-01"))).contains(new Standing.InForce(SECOND));
    }

    @Test
    void anEarlierVersionDoesNotComeBackWhenTheLaterOneEnds() {
        AgreementHistory history = history(List.of(version(1, "2026-01-01", "2030-01-01"), SECOND));

        assertThat(history.standing(at("2028-01-01"))).contains(new Standing.Expired(at("2028-01-01")));
        assertThat(history.versionAt(at("2029-01-01")))
                .as("what still runs keeps the last price")
                .contains(SECOND);
    }

    @Test
    void aRenewalAfterTheEndBringsItBack() {
        AgreementHistory history = history(List.of(FIRST, version(2, "2027-03-01", "2028-01-01")));

        assertThat(history.standing(at("2027-02-01"))).contains(new Standing.Expired(at("2027-01-01")));
        assertThat(history.standing(at("2027-03-01")).orElseThrow().forOrders()).isPresent();
    }

    @Test
    void aSuspensionHoldsUntilItsIssuerResumes() {
        AgreementHistory history =
                history(List.of(FIRST), suspension(HOST, 1, "2026-02-01"), resumption(HOST, 2, "2026-03-01"));

        assertThat(history.standing(at("2026-01-31"))).contains(new Standing.InForce(FIRST));
        assertThat(history.standing(at("2026-02-01")))
                .contains(new Standing.Suspended(FIRST, HOST, at("2026-02-01"), "why"));
        assertThat(history.standing(at("2026-02-15")).orElseThrow().forOrders()).isEmpty();
        assertThat(history.versionAt(at("2026-02-15")))
                .as("what runs goes on under the same prices")
                .contains(FIRST);
        assertThat(history.standing(at("2026-03-01"))).contains(new Standing.InForce(FIRST));
    }

    @Test
    void onePartyCannotLiftTheOthersSuspension() {
        AgreementHistory history = history(
                List.of(FIRST),
                suspension(HOST, 1, "2026-02-01"),
                suspension(HOME, 1, "2026-02-10"),
                resumption(HOST, 2, "2026-03-01"));

        assertThat(history.standing(at("2026-02-15")))
                .contains(new Standing.Suspended(FIRST, HOST, at("2026-02-01"), "why"));
        assertThat(history.standing(at("2026-03-15")))
                .contains(new Standing.Suspended(FIRST, HOME, at("2026-02-10"), "why"));
    }

    @Test
    void aTerminationLeavesItInForceUntilTheNoticeRunsOut() {
        AgreementHistory history = history(List.of(FIRST), termination(HOME, 1, "2026-06-01"));

        assertThat(history.standing(at("2026-05-31")))
                .contains(new Standing.Ending(FIRST, HOME, at("2026-06-01"), "why"));
        assertThat(history.standing(at("2026-05-31")).orElseThrow().forOrders()).contains(FIRST);
        assertThat(history.standing(at("2026-06-01"))).contains(new Standing.Ended(HOME, at("2026-06-01"), "why"));
    }

    @Test
    void ofTwoTerminationsTheEarlierEndCounts() {
        AgreementHistory history =
                history(List.of(FIRST), termination(HOME, 1, "2026-06-01"), termination(HOST, 1, "2026-05-01"));

        assertThat(history.standing(at("2026-05-10"))).contains(new Standing.Ended(HOST, at("2026-05-01"), "why"));
    }

    @Property(tries = 300)
    void theOrderInWhichDocumentsAreFoundDoesNotMatter(@ForAll long seed) {
        List<Notice> notices = new ArrayList<>(Arrays.asList(
                suspension(HOST, 1, "2026-02-01"),
                resumption(HOST, 2, "2026-03-01"),
                suspension(HOST, 3, "2026-04-01"),
                suspension(HOME, 1, "2026-04-10"),
                resumption(HOME, 2, "2026-04-20"),
                resumption(HOST, 4, "2026-05-01"),
                termination(HOME, 3, "2026-12-01")));
        AgreementHistory ordered = new AgreementHistory(List.of(FIRST, SECOND), notices);
        List<Notice> shuffled = new ArrayList<>(notices);
        Collections.shuffle(shuffled, new Random(seed));
        Instant any = at("2026-01-01").plusSeconds(Math.floorMod(seed, 365L * 86_400));

        assertThat(new AgreementHistory(List.of(SECOND, FIRST), shuffled).standing(any))
                .isEqualTo(ordered.standing(any));
    }

    private static AgreementHistory history(List<SignedAgreement> versions, Notice... notices) {
        return new AgreementHistory(versions, List.of(notices));
    }

    private static Notice suspension(OperatorId by, int number, String from) {
        return new Notice(by, new AgreementNotice.Suspension(AGREEMENT, number, at(from), "why"));
    }

    private static Notice resumption(OperatorId by, int number, String from) {
        return new Notice(by, new AgreementNotice.Resumption(AGREEMENT, number, at(from), "why"));
    }

    private static Notice termination(OperatorId by, int number, String from) {
        return new Notice(by, new AgreementNotice.Termination(AGREEMENT, number, at(from), "why"));
    }

    private static SignedAgreement version(int number, String from, String to) {
        AgreementTerms terms = TermsForm.with(Samples.terms(), number, new Window(at(from), at(to)));
        return new SignedAgreement(terms, DocumentHash.of("version " + number));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
