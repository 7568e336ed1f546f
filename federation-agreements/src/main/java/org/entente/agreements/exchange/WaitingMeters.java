package org.entente.agreements.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;

/**
 * {@code entente.partner.waiting}: for each partner, how many seconds ago that document was put into the outbox which has
 * waited longest for its answer; zero where nothing waits. Every replica tells the same, since the outbox is theirs in common.
 */
@ApplicationScoped
public class WaitingMeters {
    private final Deliveries deliveries;
    private final Partners partners;
    private final InstantSource clock;
    private final MultiGauge oldest;

    WaitingMeters(Deliveries deliveries, Partners partners, InstantSource clock, MeterRegistry registry) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.clock = clock;
        this.oldest = MultiGauge.builder("entente.partner.waiting")
                .description("How long the oldest document to a partner has waited for its answer")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "${entente.exchange.measure-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        Map<OperatorId, Deliveries.Waiting> waiting = deliveries.waiting();
        Instant now = clock.instant();
        List<MultiGauge.Row<?>> rows = partners.all().stream()
                .map(Partner::operator)
                .<MultiGauge.Row<?>>map(partner -> {
                    Deliveries.Waiting head = waiting.get(partner);
                    long seconds = head == null
                            ? 0
                            : Duration.between(head.since(), now).toSeconds();
                    return MultiGauge.Row.of(Tags.of("partner", partner.value()), seconds);
                })
                .toList();
        oldest.register(rows, true);
    }
}
