package org.entente.metering.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.metering.Running.freshInstance;
import static org.entente.metering.Running.own;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.metering.PostgresResource;
import org.entente.metering.record.UsageRecord;
import org.entente.metering.record.UsageRecords;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrentObserversTest {
    private static final int OBSERVERS = 8;
    private static final Instant START = Instant.parse("2026-03-20T12:34:56Z");
    private static final long SECONDS = Duration.ofDays(20).toSeconds();

    @Inject
    Observations observations;

    @Inject
    UsageRecords records;

    private final InstanceId instance = freshInstance();

    @Test
    void everySecondCountsOnceHoweverManySeeIt() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> observations.started(own(instance, START.toString())));

        observeTogether(new Random(7)
                .longs(240, 0, SECONDS)
                .sorted()
                .mapToObj(START::plusSeconds)
                .toList());
        QuarkusTransaction.requiringNew().run(() -> observations.ended(instance, START.plusSeconds(SECONDS)));

        assertThat(used(Meter.VCPU)).isEqualByComparingTo(BigDecimal.valueOf(2 * SECONDS));
        assertThat(used(Meter.MEMORY)).isEqualByComparingTo(BigDecimal.valueOf(SECONDS / 2));
        assertThat(recorded()).extracting(UsageRecord::key).hasSize(2 * 21).doesNotHaveDuplicates();
    }

    /** Each observer sees everything, so that all of them cross every midnight at about the same time. */
    private void observeTogether(List<Instant> sights) throws Exception {
        CountDownLatch ready = new CountDownLatch(OBSERVERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(OBSERVERS)) {
            List<Future<?>> observing = new ArrayList<>();
            for (int observer = 0; observer < OBSERVERS; observer++) {
                observing.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    sights.forEach(this::see);
                    return null;
                }));
            }
            for (Future<?> each : observing) {
                each.get();
            }
        }
    }

    private void see(Instant sight) {
        QuarkusTransaction.requiringNew().run(() -> observations.running(instance, sight));
    }

    private List<UsageRecord> recorded() {
        return records.after(0, UsageRecords.LIMIT_MAX).stream()
                .filter(usage -> usage.instance().equals(instance))
                .toList();
    }

    private BigDecimal used(Meter meter) {
        return recorded().stream()
                .map(UsageRecord::quantity)
                .filter(quantity -> quantity.meter() == meter)
                .reduce(Quantity.none(meter), Quantity::plus)
                .value();
    }
}
