package org.entente.metering.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.metering.Running.atHome;
import static org.entente.metering.Running.freshAgreement;
import static org.entente.metering.Running.freshInstance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.metering.MovableClock;
import org.entente.metering.PostgresResource;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host's word of an end, in time and too late. Midnight in Paris is at 23:00 UTC. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EndedByHostTest {
    private static final Instant START = Instant.parse("2026-11-10T22:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-10T23:00:00Z");

    @Inject
    Observations observations;

    @Inject
    UsageRecords records;

    @Inject
    MovableClock clock;

    private final InstanceId instance = freshInstance();

    @BeforeEach
    void itRuns() {
        clock.moveTo(Instant.parse("2027-06-01T00:00:00Z"));
        QuarkusTransaction.requiringNew()
                .run(() -> observations.started(atHome(instance, freshAgreement(), START.toString())));
    }

    @Test
    void anEndInTimeIsTakenAsStatedEvenBeforeTheLatestSight() {
        running(MIDNIGHT.minusSeconds(60));

        assertThat(endedByHost(MIDNIGHT.minusSeconds(120))).isEqualTo(MIDNIGHT.minusSeconds(120));

        assertThat(vcpuSeconds()).isEqualTo(2 * 3480);
    }

    @Test
    void anEndThatComesTooLateIsWhereTheRecordsEnd() {
        running(MIDNIGHT.plusSeconds(3600));

        assertThat(endedByHost(MIDNIGHT.minusSeconds(120))).isEqualTo(MIDNIGHT);

        assertThat(vcpuSeconds()).isEqualTo(2 * 3600);
    }

    @Test
    void aRepeatedEndTellsTheFirst() {
        endedByHost(START.plusSeconds(10));

        assertThat(endedByHost(START.plusSeconds(20))).isEqualTo(START.plusSeconds(10));

        assertThat(vcpuSeconds()).isEqualTo(2 * 10);
    }

    private void running(Instant seenAt) {
        QuarkusTransaction.requiringNew().run(() -> observations.running(instance, seenAt));
    }

    private Instant endedByHost(Instant endedAt) {
        return QuarkusTransaction.requiringNew().call(() -> observations.endedByHost(instance, endedAt));
    }

    private long vcpuSeconds() {
        Map<Meter, Quantity> used = records.usedSoFar(List.of(instance)).getOrDefault(instance, Map.of());
        return used.getOrDefault(Meter.VCPU, Quantity.none(Meter.VCPU)).value().longValueExact();
    }
}
