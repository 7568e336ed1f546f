package org.entente.agreements.exchange;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.Partners;
import org.jboss.logging.Logger;

/** Takes documents from the outbox to their partners, outside any transaction, and hands the answers in. */
@ApplicationScoped
public class DeliveryJob {
    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final int DOUBLINGS_MAX = 10;

    private final StoredOutbox outbox;
    private final PeeringClient client;
    private final Answers answers;
    private final Partners partners;
    private final ExchangeConfig config;

    DeliveryJob(StoredOutbox outbox, PeeringClient client, Answers answers, Partners partners, ExchangeConfig config) {
        this.outbox = outbox;
        this.client = client;
        this.answers = answers;
        this.partners = partners;
        this.config = config;
    }

    @Scheduled(
            every = "${entente.exchange.deliver-every:0.1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliverDue() {
        for (int delivered = 0; delivered < config.batchMax(); delivered++) {
            Optional<OutboxEntity> claimed = outbox.claim(config.lease());
            if (claimed.isEmpty()) {
                return;
            }
            deliver(claimed.get());
        }
    }

    private void deliver(OutboxEntity claimed) {
        Partner partner = partners.find(new OperatorId(claimed.partner)).orElseThrow();
        switch (client.deliver(partner, claimed.document)) {
            case Delivery.Answered answered -> accept(claimed, partner, answered.text());
            case Delivery.Rejected rejected -> answers.rejected(claimed, partner, rejected);
            case Delivery.Failed failed -> retry(claimed, failed.reason());
        }
    }

    private void accept(OutboxEntity claimed, Partner partner, String text) {
        try {
            answers.answered(claimed, partner, text);
        } catch (DocumentException wrong) {
            retry(claimed, "The answer of " + partner.operator() + " cannot be believed: " + wrong.getMessage());
        }
    }

    private void retry(OutboxEntity claimed, String reason) {
        Duration pause = Duration.ofMillis(100L << Math.min(claimed.attempts, DOUBLINGS_MAX));
        Duration bounded = pause.compareTo(config.retryPauseMax()) < 0 ? pause : config.retryPauseMax();
        LOG.infof(
                "delivery failed operatorId=%s document=%s attempt=%d again in %s: %s",
                claimed.partner, claimed.documentType, claimed.attempts, bounded, reason);
        outbox.failed(claimed, reason, bounded);
    }
}
