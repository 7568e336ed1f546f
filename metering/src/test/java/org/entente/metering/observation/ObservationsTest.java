package org.entente.metering.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.metering.Running.atHome;
import static org.entente.metering.Running.freshAgreement;
import static org.entente.metering.Running.freshInstance;
import static org.entente.metering.Running.own;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;
import org.entente.agreements.problem.ProblemException;
import org.entente.metering.MeteringProblem;
import org.entente.metering.MovableClock;
import org.entente.metering.PostgresResource;
import org.entente.metering.record.UsageRecord;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ObservationsTest {
    private static final String START = "2026-11-10T09:00:00Z";

    @Inject
    Observations observations;

    @Inject
    UsageRecords records;

    @Inject
    MovableClock clock;

    private final InstanceId instance = freshInstance();

    @BeforeEach
    void itIsJune() {
        clock.moveTo(Instant.parse("2027-06-01T00:00:00Z"));
    }

    @Test
    void aRunningInstanceIsRecordedDayByDay() {
        start(own(instance, START));

        running("2026-11-10T18:00:00Z");
        assertThat(windows(Meter.VCPU)).isEmpty();

        running("2026-11-12T10:00:00Z");
        assertThat(windows(Meter.VCPU))
                .containsExactly(
                        window(START, "2026-11-10T23:00:00Z"), window("2026-11-10T23:00:00Z", "2026-11-11T23:00:00Z"));
        assertThat(windows(Meter.MEMORY)).isEqualTo(windows(Meter.VCPU));
    }

    @Test
    void theEndRecordsTheRestAndNothingComesAfter() {
        start(own(instance, START));

        ended("2026-11-10T10:00:00Z");
        ended("2026-11-10T10:00:00Z");
        running("2026-11-20T00:00:00Z");

        assertThat(recorded())
                .hasSize(2)
                .allSatisfy(usage -> assertThat(usage.window()).isEqualTo(window(START, "2026-11-10T10:00:00Z")));
        assertThat(used(Meter.VCPU)).isEqualByComparingTo("7200");
        assertThat(used(Meter.MEMORY)).isEqualByComparingTo("1800");
    }

    @Test
    void aRepeatedStartIsHarmless() {
        start(own(instance, START));
        running("2026-11-10T18:00:00Z");
        start(own(instance, START));

        assertThat(usedSoFar(Meter.VCPU)).isEqualByComparingTo("64800");
    }

    @Test
    void aStartWithOtherFactsIsAConflict() {
        start(own(instance, START));

        assertRefused(() -> start(own(instance, "2026-11-10T09:00:01Z")), MeteringProblem.INSTANCE_DIFFERS);
    }

    @Test
    void anUnknownInstanceIsRefused() {
        assertRefused(() -> running(START), MeteringProblem.INSTANCE_NOT_METERED);
        assertRefused(() -> ended(START), MeteringProblem.INSTANCE_NOT_METERED);
    }

    @Test
    void anOldObservationChangesNothing() {
        start(own(instance, START));
        running("2026-11-11T10:00:00Z");
        running("2026-11-10T10:00:00Z");

        assertThat(usedSoFar(Meter.VCPU)).isEqualByComparingTo("180000");
    }

    @Test
    void anEndBeforeTheLastSightIsRefused() {
        start(own(instance, START));
        running("2026-11-10T18:00:00Z");

        assertRefused(() -> ended("2026-11-10T17:59:59Z"), MeteringProblem.END_BEFORE_METERED);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aSecondOtherEndIsRefused() {
        start(own(instance, START));
        ended("2026-11-10T18:00:00Z");

        assertRefused(() -> ended("2026-11-10T18:00:01Z"), MeteringProblem.ENDED_OTHERWISE);
    }

    @Test
    void aRefusalLeavesTheCallersTransactionUsable() {
        start(own(instance, START));
        running("2026-11-10T18:00:00Z");

        QuarkusTransaction.requiringNew().run(() -> {
            assertThatThrownBy(() -> observations.ended(instance, Instant.parse(START)))
                    .isInstanceOf(ProblemException.class);
            observations.ended(instance, Instant.parse("2026-11-10T18:00:00Z"));
        });

        assertThat(used(Meter.VCPU)).isEqualByComparingTo("64800");
    }

    @Test
    void atAPartnerTheHostsEndCountsUnlessARecordContradictsIt() {
        start(atHome(instance, freshAgreement(), START));
        running("2026-11-10T18:00:05Z");

        ended("2026-11-10T18:00:03Z");

        assertThat(windows(Meter.VCPU)).containsExactly(window(START, "2026-11-10T18:00:03Z"));
    }

    @Test
    void atAPartnerADayIsRecordedOnlyAfterTheGrace() {
        start(atHome(instance, freshAgreement(), START));

        running("2026-11-10T23:04:59Z");
        assertThat(recorded()).isEmpty();
        assertThat(usedSoFar(Meter.VCPU)).isEqualByComparingTo("101398");
        assertThat(meteredUpTo("2026-11-10T23:00:00Z")).isFalse();

        running("2026-11-10T23:05:00Z");
        assertThat(windows(Meter.VCPU)).containsExactly(window(START, "2026-11-10T23:00:00Z"));
        assertRefused(() -> ended("2026-11-10T22:59:59Z"), MeteringProblem.END_BEFORE_METERED);
    }

    @Test
    void whatTheHostStatesNeedsNoGrace() {
        start(atHome(instance, freshAgreement(), START));
        running("2026-11-10T23:00:10Z");

        inTransaction(() -> observations.stated(instance, Instant.parse("2026-11-10T23:00:00Z")));

        assertThat(windows(Meter.VCPU)).containsExactly(window(START, "2026-11-10T23:00:00Z"));
        assertThat(usedSoFar(Meter.VCPU)).isEqualByComparingTo("100820");
    }

    @Test
    void nothingIsObservedInTheFuture() {
        clock.moveTo(Instant.parse("2026-11-10T10:00:00Z"));
        start(own(instance, START));

        running("2026-11-10T10:00:30Z");
        assertRefused(() -> running("2026-11-10T10:00:31Z"), MeteringProblem.OBSERVED_IN_FUTURE);
        assertRefused(() -> ended("2026-11-10T10:00:31Z"), MeteringProblem.OBSERVED_IN_FUTURE);
        assertRefused(() -> start(own(freshInstance(), "2026-11-10T10:00:31Z")), MeteringProblem.OBSERVED_IN_FUTURE);
    }

    @Test
    void observationsAreWholeSeconds() {
        start(own(instance, START));

        assertThatThrownBy(() -> running("2026-11-10T10:00:00.001Z")).hasMessageContaining("whole seconds");
    }

    @Test
    void anObservationNeedsItsCallersTransaction() {
        assertThatThrownBy(() -> observations.started(own(instance, START))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void whatTheCallerRollsBackWasNeverMetered() {
        QuarkusTransaction.begin();
        observations.started(own(instance, START));
        observations.ended(instance, Instant.parse("2026-11-12T00:00:00Z"));
        QuarkusTransaction.rollback();

        assertThat(recorded()).isEmpty();
        assertRefused(() -> running("2026-11-12T00:00:00Z"), MeteringProblem.INSTANCE_NOT_METERED);
    }

    @Test
    void aPeriodIsMeteredOnceEveryInstanceIsSeenAtItsEndOrEnded() {
        Instant periodEnd = Instant.parse("2024-02-29T23:00:00Z");
        assertThat(records.meteredUpTo(periodEnd)).isTrue();
        InstanceId other = freshInstance();
        start(own(instance, "2024-02-10T00:00:00Z"));
        start(own(other, "2024-02-10T00:00:00Z"));
        start(own(freshInstance(), "2024-02-29T23:00:00Z"));

        running("2024-02-29T22:59:59Z");
        inTransaction(() -> observations.ended(other, Instant.parse("2024-02-20T00:00:00Z")));
        assertThat(records.meteredUpTo(periodEnd)).isFalse();

        running("2024-02-29T23:00:00Z");
        assertThat(records.meteredUpTo(periodEnd)).isTrue();
        assertThat(records.meteredUpTo(periodEnd.plusSeconds(1))).isFalse();
        ended("2024-02-29T23:00:00Z");
    }

    private static void assertRefused(ThrowingCallable call, MeteringProblem code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void start(MeteredInstance started) {
        inTransaction(() -> observations.started(started));
    }

    private void running(String seenAt) {
        inTransaction(() -> observations.running(instance, Instant.parse(seenAt)));
    }

    private void ended(String endedAt) {
        inTransaction(() -> observations.ended(instance, Instant.parse(endedAt)));
    }

    private boolean meteredUpTo(String instant) {
        return records.meteredUpTo(Instant.parse(instant));
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private List<UsageRecord> recorded() {
        return records.after(0, UsageRecords.LIMIT_MAX).stream()
                .filter(usage -> usage.instance().equals(instance))
                .toList();
    }

    private List<Window> windows(Meter meter) {
        return recorded().stream()
                .filter(usage -> usage.quantity().meter() == meter)
                .map(UsageRecord::window)
                .toList();
    }

    private BigDecimal used(Meter meter) {
        return recorded().stream()
                .map(UsageRecord::quantity)
                .filter(quantity -> quantity.meter() == meter)
                .reduce(Quantity.none(meter), Quantity::plus)
                .value();
    }

    private BigDecimal usedSoFar(Meter meter) {
        Map<Meter, Quantity> used = records.usedSoFar(List.of(instance)).get(instance);
        return used == null
                ? BigDecimal.ZERO
                : used.getOrDefault(meter, Quantity.none(meter)).value();
    }

    private static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }
}
