package org.entente.metering.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.metering.Peers.ALBA;
import static org.entente.metering.Peers.BOREAL;
import static org.entente.metering.Running.atHome;
import static org.entente.metering.Running.atHost;
import static org.entente.metering.Running.freshAgreement;
import static org.entente.metering.Running.freshInstance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;
import org.entente.metering.KnownAgreements;
import org.entente.metering.Peers;
import org.entente.metering.PostgresResource;
import org.entente.metering.RecordingOutbox;
import org.entente.metering.observation.Observations;
import org.entente.metering.report.UsageReports.ReportSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From Boreal's observation through its report to Alba's signature and back, each with its own key and database. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UsageReportRoundTripTest {
    private static final String START = "2026-11-10T09:00:00Z";
    private static final Window NOVEMBER =
            new Window(Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-30T23:00:00Z"));

    @Inject
    Observations observations;

    @Inject
    UsageReportJob job;

    @Inject
    ReceivedReports received;

    @Inject
    AnsweredReports answered;

    @Inject
    UsageReports reports;

    @Inject
    PanacheUsageReports stored;

    @Inject
    RecordingOutbox outbox;

    @Inject
    KnownAgreements agreements;

    @Inject
    Peers peers;

    private final AgreementId agreement = freshAgreement();
    private final InstanceId instance = freshInstance();

    @BeforeEach
    void bothSignedAnAgreement() {
        agreements.sign(agreement);
    }

    @AfterEach
    void beAlbaAgain() {
        peers.become(ALBA);
    }

    @Test
    void bothOperatorsSignTheUseThatBothMetered() {
        runAt(BOREAL, "2026-11-10T12:00:00Z", "2026-11-11T02:00:00Z", "2026-11-12T11:11:11Z");
        runAt(ALBA, "2026-11-12T08:00:00Z", "2026-11-12T11:11:11Z");

        List<VerifiedDocument<UsageReport>> sent = report();
        assertThat(sent).hasSize(2);
        for (VerifiedDocument<UsageReport> each : sent) {
            assertThat(deliver(each)).isEqualTo(new Answer.Countersigned());
            answer(each, peers.countersigned(each, ALBA));
        }

        for (OperatorId operator : List.of(ALBA, BOREAL)) {
            peers.become(operator);
            assertThat(reports.reports(agreement, NOVEMBER))
                    .extracting(ReportSummary::number, ReportSummary::state, ReportSummary::records)
                    .containsExactly(tuple(1L, ReportState.COUNTERSIGNED, 4), tuple(2L, ReportState.COUNTERSIGNED, 2));
            assertThat(reports.allCountersigned(agreement, NOVEMBER)).isTrue();
            assertThat(keptDocument(1).signers()).isEqualTo(Set.of(ALBA, BOREAL));
            assertThat(keptDocument(1).hash()).isEqualTo(sent.getFirst().hash());
        }
    }

    @Test
    void aReportThatWaitsForItsAnswerIsNotCountersigned() {
        runAt(BOREAL, "2026-11-10T10:00:00Z");
        report();

        assertThat(summary(1).state()).isEqualTo(ReportState.SENT);
        assertThat(reports.allCountersigned(agreement, NOVEMBER)).isFalse();
        assertThat(keptDocument(1).signers()).isEqualTo(Set.of(BOREAL));
    }

    @Test
    void theHomeOperatorFirstMetersUpToWhatTheHostStates() {
        in(BOREAL, () -> {
            observations.started(atHost(instance, agreement, START));
            observations.running(instance, Instant.parse("2026-11-11T03:00:00Z"));
        });
        in(ALBA, () -> observations.started(atHome(instance, agreement, START)));

        assertThat(deliver(report().getFirst())).isEqualTo(new Answer.Countersigned());
    }

    @Test
    void differentUseIsRefusedWithBothQuantitiesAndNothingIsAccepted() {
        runAt(BOREAL, "2026-11-10T10:00:01Z");
        runAt(ALBA, "2026-11-10T10:00:00Z");
        VerifiedDocument<UsageReport> sent = report().getFirst();

        Refusal refusal = refusal(deliver(sent));
        assertThat(refusal.code()).isEqualTo("USAGE_DIFFERS");
        assertThat(refusal.sentence()).contains(instance.value(), "7202 from", "we metered 7200 from", START);
        answer(sent, refused(sent, refusal));

        for (OperatorId operator : List.of(ALBA, BOREAL)) {
            peers.become(operator);
            assertThat(summary(1).state()).isEqualTo(ReportState.REFUSED);
            assertThat(summary(1).refusal()).contains(refusal);
            assertThat(reports.allCountersigned(agreement, NOVEMBER)).isFalse();
        }
    }

    @Test
    void theChainGoesOnAfterARefusedReport() {
        runAt(BOREAL, "2026-11-10T10:00:01Z");
        runAt(ALBA, "2026-11-10T10:00:00Z");
        VerifiedDocument<UsageReport> first = report().getFirst();
        refusal(deliver(first));

        InstanceId other = freshInstance();
        in(BOREAL, () -> {
            observations.started(atHost(other, agreement, START));
            observations.ended(other, Instant.parse("2026-11-10T11:00:00Z"));
        });
        in(ALBA, () -> {
            observations.started(atHome(other, agreement, START));
            observations.ended(other, Instant.parse("2026-11-10T11:00:00Z"));
        });
        VerifiedDocument<UsageReport> second = report().getLast();

        assertThat(second.document().buildsOn()).contains(first.hash());
        assertThat(deliver(second)).isEqualTo(new Answer.Countersigned());
        assertThat(reports.allCountersigned(agreement, NOVEMBER)).isFalse();
    }

    @Test
    void anAnswerThatIsNeitherSignatureNorRefusalCountsAsRefused() {
        runAt(BOREAL, "2026-11-10T10:00:00Z");
        VerifiedDocument<UsageReport> sent = report().getFirst();

        answer(
                sent,
                peers.signed(ALBA, BOREAL, sent.document().issuedAt(), List.of(sent.hash()), new Acknowledgement()));

        assertThat(summary(1).refusal().map(Refusal::code)).contains("ANSWER_UNEXPECTED");
    }

    @Test
    void theHostsOwnSignatureAloneCountersignsNothing() {
        runAt(BOREAL, "2026-11-10T10:00:00Z");
        VerifiedDocument<UsageReport> sent = report().getFirst();

        answer(sent, sent);

        assertThat(summary(1).state()).isEqualTo(ReportState.REFUSED);
    }

    @Test
    void aReportThatTheHomeWouldNotStoreIsRefused() {
        runAt(BOREAL, "2026-11-10T10:00:00Z");
        VerifiedDocument<UsageReport> sent = report().getFirst();

        in(BOREAL, () -> answered.rejected(sent, "SIGNATURE_KEY_UNKNOWN", "The key is not known here"));

        assertThat(summary(1).refusal()).contains(new Refusal("SIGNATURE_KEY_UNKNOWN", "The key is not known here"));
    }

    /** The instance's whole life as one operator sees it: the last moment is its end. */
    private void runAt(OperatorId operator, String... moments) {
        in(
                operator,
                () -> observations.started(
                        operator.equals(BOREAL)
                                ? atHost(instance, agreement, START)
                                : atHome(instance, agreement, START)));
        for (String moment : List.of(moments).subList(0, moments.length - 1)) {
            in(operator, () -> observations.running(instance, Instant.parse(moment)));
        }
        in(operator, () -> observations.ended(instance, Instant.parse(moments[moments.length - 1])));
    }

    private List<VerifiedDocument<UsageReport>> report() {
        peers.become(BOREAL);
        job.makeReports();
        return outbox.reports(agreement);
    }

    private Answer deliver(VerifiedDocument<UsageReport> report) {
        peers.become(ALBA);
        return QuarkusTransaction.requiringNew().call(() -> received.handle(report));
    }

    private void answer(VerifiedDocument<UsageReport> sent, VerifiedDocument<?> answer) {
        in(BOREAL, () -> answered.answered(sent, answer));
    }

    private VerifiedDocument<Refusal> refused(VerifiedDocument<UsageReport> sent, Refusal refusal) {
        return peers.signed(ALBA, BOREAL, sent.document().issuedAt(), List.of(sent.hash()), refusal);
    }

    private ReportSummary summary(long number) {
        return reports.reports(agreement, NOVEMBER).stream()
                .filter(report -> report.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private VerifiedDocument<?> keptDocument(long number) {
        String text = QuarkusTransaction.requiringNew()
                .call(() -> stored.find(agreement, number).map(report -> report.signed))
                .orElseThrow();
        return peers.verified(SignedDocumentJson.read(text));
    }

    private void in(OperatorId operator, Runnable work) {
        peers.become(operator);
        QuarkusTransaction.requiringNew().run(work);
    }

    private static Refusal refusal(Answer answer) {
        return Optional.of(answer)
                .map(Answer.Replied.class::cast)
                .map(Answer.Replied::body)
                .map(Refusal.class::cast)
                .orElseThrow();
    }
}
