package org.entente.metering.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.metering.Peers.ALBA;
import static org.entente.metering.Peers.BOREAL;
import static org.entente.metering.Running.atHome;
import static org.entente.metering.Running.freshAgreement;
import static org.entente.metering.Running.freshInstance;
import static org.entente.metering.Running.own;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.metering.KnownAgreements;
import org.entente.metering.MovableClock;
import org.entente.metering.Peers;
import org.entente.metering.PostgresResource;
import org.entente.metering.observation.Observations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Alba answers to reports that are wrong, whoever wrote them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReceivedReportsTest {
    private static final String START = "2026-11-10T09:00:00Z";
    private static final String END = "2026-11-10T10:00:00Z";
    private static final Instant NOW = Instant.parse("2027-06-01T00:00:00Z");
    private static final Window EVER = new Window(Instant.EPOCH, NOW);

    @Inject
    ReceivedReports received;

    @Inject
    UsageReports reports;

    @Inject
    Observations observations;

    @Inject
    KnownAgreements agreements;

    @Inject
    Peers peers;

    @Inject
    MovableClock clock;

    private final AgreementId agreement = freshAgreement();
    private final InstanceId instance = freshInstance();

    @BeforeEach
    void anInstanceRanForAnHour() {
        clock.moveTo(NOW);
        agreements.sign(agreement);
        inTransaction(() -> {
            observations.started(atHome(instance, agreement, START));
            observations.ended(instance, Instant.parse(END));
        });
    }

    @AfterEach
    void itIsJuneAgain() {
        clock.moveTo(NOW);
    }

    @Test
    void aRightReportIsCountersigned() {
        assertThat(handle(report(1, vcpu(START, END, "7200")))).isEqualTo(new Answer.Countersigned());
    }

    @Test
    void partOfOurRecordsIsNotAll() {
        handle(report(1, vcpu(START, END, "7200")));
        assertThat(reports.allCountersigned(agreement, EVER)).isFalse();

        handle(report(2, usage(instance, "nord", Meter.MEMORY, START, END, "1800")));
        assertThat(reports.allCountersigned(agreement, EVER)).isTrue();
    }

    @Test
    void anUnknownAgreementIsRefused() {
        AgreementId unknown = freshAgreement();

        assertRefused(
                "AGREEMENT_UNKNOWN",
                handle(signed(
                        BOREAL, ALBA, List.of(), new UsageReport(unknown, 1, List.of(vcpu(START, END, "7200"))))));
    }

    @Test
    void onlyTheHostReports() {
        UsageReport report = new UsageReport(agreement, 1, List.of(vcpu(START, END, "7200")));

        assertRefused("NOT_THE_HOST", handle(signed(ALBA, BOREAL, List.of(), report)));
    }

    @Test
    void aGapInTheNumbersIsRefusedAndTakesNoNumber() {
        assertRefused("REPORT_NUMBER_UNEXPECTED", handle(report(2, vcpu(START, END, "7200"))));
        assertRefused("REPORT_NUMBER_UNEXPECTED", handle(report(0, vcpu(START, END, "7200"))));

        assertThat(reports.reports(agreement, EVER)).isEmpty();
        assertThat(handle(report(1, vcpu(START, END, "7200")))).isEqualTo(new Answer.Countersigned());
    }

    @Test
    void aReportThatBuildsOnAnotherPastIsRefused() {
        handle(report(1, vcpu(START, END, "7200")));
        UsageReport second =
                new UsageReport(agreement, 2, List.of(usage(instance, "nord", Meter.MEMORY, START, END, "1800")));

        assertRefused(
                "PREVIOUS_REPORT_DIFFERS",
                handle(signed(BOREAL, ALBA, List.of(DocumentHash.of("another report 1")), second)));
    }

    @Test
    void anEmptyReportIsRefused() {
        assertRefused("REPORT_EMPTY", handle(report(1)));
    }

    @Test
    void anEndlessReportIsRefused() {
        ReportedUsage[] tooMany = new ReportedUsage[ReportCheck.RECORDS_MAX + 1];
        Arrays.fill(tooMany, vcpu(START, END, "7200"));

        assertRefused("REPORT_TOO_LARGE", handle(report(1, tooMany)));
    }

    @Test
    void aReportOverTwoPeriodsIsRefused() {
        assertRefused(
                "REPORT_SPANS_PERIODS",
                handle(report(
                        1, vcpu(START, END, "7200"), vcpu("2026-12-10T09:00:00Z", "2026-12-10T10:00:00Z", "7200"))));
    }

    @Test
    void anInstanceThatWeDoNotMeterThereIsRefused() {
        assertRefused(
                "UNKNOWN_INSTANCE", handle(report(1, usage(freshInstance(), "nord", Meter.VCPU, START, END, "7200"))));
    }

    @Test
    void ourInstanceAtAnotherSiteIsRefused() {
        assertRefused("UNKNOWN_INSTANCE", handle(report(1, usage(instance, "sud", Meter.VCPU, START, END, "7200"))));
    }

    @Test
    void ourInstanceUnderAnotherAgreementIsRefused() {
        InstanceId other = freshInstance();
        inTransaction(() -> observations.started(atHome(other, freshAgreement(), START)));

        assertRefused("UNKNOWN_INSTANCE", handle(report(1, usage(other, "nord", Meter.VCPU, START, END, "7200"))));
    }

    @Test
    void anInstanceOnOurOwnSiteIsNotTouchedByAReport() {
        InstanceId ours = freshInstance();
        inTransaction(() -> observations.started(own(ours, START)));

        assertRefused("UNKNOWN_INSTANCE", handle(report(1, usage(ours, "nord", Meter.VCPU, START, END, "7200"))));

        inTransaction(() -> observations.ended(ours, Instant.parse("2026-11-10T09:30:00Z")));
    }

    @Test
    void useOfTheFutureIsRefused() {
        InstanceId running = running();
        clock.moveTo(Instant.parse("2026-11-10T22:59:29Z"));

        assertRefused("USAGE_IN_FUTURE", handle(report(1, day(running))));
    }

    @Test
    void useWithinTheClockSkewIsAccepted() {
        InstanceId running = running();
        clock.moveTo(Instant.parse("2026-11-10T22:59:30Z"));

        assertThat(handle(report(1, day(running)))).isEqualTo(new Answer.Countersigned());
    }

    @Test
    void anEndThatWeWereNotToldIsRefused() {
        Refusal refusal = refusal(handle(report(1, usage(running(), "nord", Meter.VCPU, START, END, "7200"))));

        assertThat(refusal.code()).isEqualTo("USAGE_DIFFERS");
        assertThat(refusal.sentence()).endsWith("we metered nothing from then on");
    }

    @Test
    void theSameUseInTwoReportsIsRefused() {
        handle(report(1, vcpu(START, END, "7200")));

        assertRefused("USAGE_REPORTED_TWICE", handle(report(2, vcpu(START, END, "7200"))));
    }

    @Test
    void theSameUseTwiceInAReportIsRefused() {
        assertRefused("USAGE_REPORTED_TWICE", handle(report(1, vcpu(START, END, "7200"), vcpu(START, END, "7200"))));
    }

    @Test
    void oneWrongRecordRefusesAll() {
        assertRefused(
                "USAGE_DIFFERS",
                handle(report(
                        1,
                        vcpu(START, END, "7200"),
                        usage(instance, "nord", Meter.MEMORY, START, END, "1800.000000001"))));

        assertThat(reports.allCountersigned(agreement, EVER)).isFalse();
        assertThat(handle(report(2, vcpu(START, END, "7200")))).isEqualTo(new Answer.Countersigned());
    }

    private InstanceId running() {
        InstanceId running = freshInstance();
        inTransaction(() -> observations.started(atHome(running, agreement, START)));
        return running;
    }

    private ReportedUsage day(InstanceId running) {
        return usage(running, "nord", Meter.VCPU, START, "2026-11-10T23:00:00Z", "100800");
    }

    private ReportedUsage vcpu(String from, String to, String quantity) {
        return usage(instance, "nord", Meter.VCPU, from, to, quantity);
    }

    private static ReportedUsage usage(
            InstanceId instance, String site, Meter meter, String from, String to, String quantity) {
        return new ReportedUsage(
                instance,
                new SiteId(site),
                Technology.OPENSTACK,
                new Window(Instant.parse(from), Instant.parse(to)),
                new Quantity(meter, new BigDecimal(quantity)));
    }

    /** A report that builds on whatever came before. */
    private VerifiedDocument<UsageReport> report(long number, ReportedUsage... usages) {
        List<DocumentHash> previous = reports.reports(agreement, EVER).stream()
                .map(UsageReports.ReportSummary::hash)
                .toList();
        return signed(BOREAL, ALBA, previous, new UsageReport(agreement, number, List.of(usages)));
    }

    private VerifiedDocument<UsageReport> signed(
            OperatorId issuer, OperatorId audience, List<DocumentHash> buildsOn, UsageReport report) {
        return peers.signed(issuer, audience, clock.instant(), buildsOn, report);
    }

    private Answer handle(VerifiedDocument<UsageReport> report) {
        return QuarkusTransaction.requiringNew().call(() -> received.handle(report));
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static void assertRefused(String code, Answer answer) {
        assertThat(refusal(answer).code()).isEqualTo(code);
    }

    private static Refusal refusal(Answer answer) {
        return (Refusal) ((Answer.Replied) answer).body();
    }
}
