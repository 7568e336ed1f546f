package org.entente.agreements.standing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.agreements.exchange.Deliveries;
import org.entente.agreements.exchange.Deliveries.Waiting;
import org.entente.agreements.exchange.LastHeard;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.partner.PartnersConfig;
import org.jboss.logging.Logger;

/** Gives up partners that owe us an answer and were silent for as long as configured, although they were tried often. */
@ApplicationScoped
public class VanishedPartnersJob {
    private static final Logger LOG = Logger.getLogger(VanishedPartnersJob.class);

    private final Deliveries deliveries;
    private final LastHeard heard;
    private final Partners partners;
    private final Standings standings;
    private final PartnersConfig config;
    private final InstantSource clock;

    VanishedPartnersJob(
            Deliveries deliveries,
            LastHeard heard,
            Partners partners,
            Standings standings,
            PartnersConfig config,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.heard = heard;
        this.partners = partners;
        this.standings = standings;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${entente.partners.vanished-look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        deliveries.waiting().forEach((operator, waiting) -> {
            if (waiting.attempts() >= config.vanishedAfterAttempts()
                    && partners.find(operator).map(Partner::state).orElseThrow().isOpen()) {
                closeAlone(operator, waiting);
            }
        });
    }

    private void closeAlone(OperatorId operator, Waiting waiting) {
        try {
            close(operator, waiting);
        } catch (RuntimeException defect) {
            // One partner's trouble must not keep the others; it is tried again at the next look.
            LOG.errorf(defect, "vanished partner not closed operatorId=%s", operator);
        }
    }

    private void close(OperatorId operator, Waiting waiting) {
        Instant since = heard.from(operator)
                .filter(last -> last.isAfter(waiting.since()))
                .orElse(waiting.since());
        if (since.plus(config.vanishedAfter()).isAfter(clock.instant())) {
            return;
        }
        standings.vanish(
                operator,
                "Nothing was heard since " + since + ", although it was tried " + waiting.attempts() + " times");
        LOG.warnf("partner vanished operatorId=%s since=%s", operator, since);
    }
}
