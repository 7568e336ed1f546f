package org.entente.metering.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.metering.Running.atHost;
import static org.entente.metering.Running.freshAgreement;
import static org.entente.metering.Running.freshInstance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.metering.KnownAgreements;
import org.entente.metering.Peers;
import org.entente.metering.PostgresResource;
import org.entente.metering.RecordingOutbox;
import org.entente.metering.observation.Observations;
import org.entente.metering.record.UsageRecord;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Boreal reports of what ran at its sites. One report takes four records here. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UsageReportJobTest {
    @Inject
    UsageReportJob job;

    @Inject
    Observations observations;

    @Inject
    UsageRecords records;

    @Inject
    RecordingOutbox outbox;

    @Inject
    KnownAgreements agreements;

    @Inject
    Peers peers;

    @Inject
    Scheduler scheduler;

    private final AgreementId agreement = freshAgreement();

    @BeforeEach
    void beBoreal() {
        peers.become(Peers.BOREAL);
    }

    @AfterEach
    void beAlbaAgain() {
        peers.become(Peers.ALBA);
    }

    @Test
    void everyRecordIsReportedOnceInOrderAndEachReportBuildsOnTheLast() {
        SignedAgreement signed = agreements.sign(agreement);
        run("2026-11-10T09:00:00Z", "2026-11-12T09:00:00Z");
        run("2026-11-10T09:00:00Z", "2026-11-10T09:00:01Z");
        run("2026-11-10T09:00:00Z", "2026-11-10T09:00:01Z");

        job.makeReports();
        job.makeReports();

        List<VerifiedDocument<UsageReport>> sent = outbox.reports(agreement);
        assertThat(sent).extracting(report -> report.body().number()).containsExactly(1L, 2L, 3L);
        assertThat(sent).extracting(report -> report.body().records().size()).containsExactly(4, 4, 2);
        assertThat(sent.get(0).document().buildsOn()).containsExactly(signed.hash());
        assertThat(sent.get(1).document().buildsOn())
                .containsExactly(sent.get(0).hash(), signed.hash());
        assertThat(sent.get(2).document().buildsOn())
                .containsExactly(sent.get(1).hash(), signed.hash());
        assertThat(allReported()).isEqualTo(allRecorded());
        assertThat(sent).allSatisfy(report -> {
            assertThat(report.document().issuer()).isEqualTo(Peers.BOREAL);
            assertThat(report.document().audience()).isEqualTo(Peers.ALBA);
        });
    }

    @Test
    void aReportLiesInOneBillingPeriod() {
        agreements.sign(agreement);
        run("2026-11-30T22:00:00Z", "2026-11-30T23:30:00Z");

        job.makeReports();

        assertThat(outbox.reports(agreement))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.body().records())
                        .extracting(usage ->
                                KnownAgreements.PARIS.periodOf(usage.window().from()))
                        .hasSize(2)
                        .containsOnly(KnownAgreements.PARIS.periodOf(
                                report.body().records().getFirst().window().from())));
    }

    @Test
    void anUnfinishedStretchIsNotReported() {
        agreements.sign(agreement);
        QuarkusTransaction.requiringNew().run(() -> {
            InstanceId instance = freshInstance();
            observations.started(atHost(instance, agreement, "2026-11-10T09:00:00Z"));
            observations.running(instance, Instant.parse("2026-11-10T22:59:59Z"));
        });

        job.makeReports();

        assertThat(outbox.reports(agreement)).isEmpty();
    }

    @Test
    void onlyTheHostReports() {
        agreements.sign(agreement);
        run("2026-11-10T09:00:00Z", "2026-11-10T10:00:00Z");
        peers.become(Peers.ALBA);
        run("2026-11-10T09:00:00Z", "2026-11-10T10:00:00Z");

        job.makeReports();

        assertThat(outbox.reports(agreement)).isEmpty();
    }

    @Test
    void aReportThatCouldNotBeSentIsMadeAgainWithItsNumber() {
        agreements.sign(agreement);
        run("2026-11-10T09:00:00Z", "2026-11-10T10:00:00Z");
        outbox.failOnce();

        job.makeReports();
        assertThat(outbox.reports(agreement)).isEmpty();

        job.makeReports();
        assertThat(outbox.reports(agreement))
                .extracting(report -> report.body().number())
                .containsExactly(1L);
    }

    @Test
    void replicasTogetherReportEveryRecordOnce() throws Exception {
        agreements.sign(agreement);
        for (int instance = 0; instance < 20; instance++) {
            run("2026-11-10T09:00:00Z", "2026-11-11T09:00:00Z");
        }

        try (ExecutorService replicas = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (int run = 0; run < 24; run++) {
                running.add(replicas.submit(job::makeReports));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        job.makeReports();

        assertThat(outbox.reports(agreement))
                .extracting(report -> report.body().number())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(allReported()).isEqualTo(allRecorded());
    }

    @Test
    void theScheduleRunsTheJob() {
        agreements.sign(agreement);
        run("2026-11-10T09:00:00Z", "2026-11-10T10:00:00Z");

        scheduler.resume();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(outbox.reports(agreement)).hasSize(1));
        } finally {
            scheduler.pause();
        }
    }

    private void run(String from, String to) {
        QuarkusTransaction.requiringNew().run(() -> {
            InstanceId instance = freshInstance();
            observations.started(atHost(instance, agreement, from));
            observations.ended(instance, Instant.parse(to));
        });
    }

    private List<ReportedUsage> allReported() {
        return outbox.reports(agreement).stream()
                .flatMap(report -> report.body().records().stream())
                .toList();
    }

    private List<ReportedUsage> allRecorded() {
        return records.after(0, UsageRecords.LIMIT_MAX).stream()
                .filter(record -> record.agreement().filter(agreement::equals).isPresent())
                .map(UsageReportJobTest::asReported)
                .toList();
    }

    private static ReportedUsage asReported(UsageRecord record) {
        return new ReportedUsage(
                record.instance(), record.place().site(), record.technology(), record.window(), record.quantity());
    }
}
