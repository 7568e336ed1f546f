package org.entente.agreements.exchange;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.PartnerState;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.prompt.PromptWork;
import org.jboss.logging.Logger;

/**
 * Takes documents from the outbox to their partners, outside any transaction, and hands the answers in. Each partner gets
 * its documents one after the other; partners do not wait for each other.
 */
@ApplicationScoped
public class DeliveryJob {
    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);
    private static final int DOUBLINGS_MAX = 10;

    private final PromptWork prompt;
    private final ExecutorService threads;

    private final StoredOutbox outbox;
    private final PeeringClient client;
    private final Answers answers;
    private final Partners partners;
    private final PartnerMeters meters;
    private final ExchangeConfig config;

    DeliveryJob(
            StoredOutbox outbox,
            PeeringClient client,
            Answers answers,
            Partners partners,
            PartnerMeters meters,
            ExchangeConfig config,
            @VirtualThreads ExecutorService threads) {
        this.outbox = outbox;
        this.client = client;
        this.answers = answers;
        this.partners = partners;
        this.meters = meters;
        this.config = config;
        this.threads = threads;
        this.prompt = new PromptWork(threads, this::deliverDue);
    }

    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxGrew grown) {
        prompt.ask();
    }

    /** For what is due again after a failure, or was left by a crash. */
    @Scheduled(every = "${entente.exchange.deliver-every:0.1s}")
    void tick() {
        prompt.ask();
    }

    /** Claims what is due: at most one document of each partner, so a slow one keeps nobody else waiting. */
    private void deliverDue() {
        Optional<OutboxEntity> claimed = outbox.claim(config.lease());
        while (claimed.isPresent()) {
            OutboxEntity head = claimed.get();
            threads.execute(() -> {
                deliver(head);
                prompt.ask();
            });
            claimed = outbox.claim(config.lease());
        }
    }

    private void deliver(OutboxEntity claimed) {
        try {
            tryOnce(claimed);
        } catch (RuntimeException defect) {
            // One document's trouble must not end in silence: it is kept with the document, and tried again.
            LOG.errorf(defect, "delivery failed operatorId=%s document=%s", claimed.partner, claimed.documentType);
            retry(claimed, "The answer of " + claimed.partner + " could not be handled here: " + defect.getMessage());
        }
    }

    private void tryOnce(OutboxEntity claimed) {
        Partner partner = partners.find(new OperatorId(claimed.partner)).orElseThrow();
        Optional<Delivery.Rejected> givenUp = givenUp(partner, claimed);
        if (givenUp.isPresent()) {
            answers.rejected(claimed, givenUp.get());
            return;
        }
        long began = System.nanoTime();
        Delivery came = client.deliver(partner, claimed.document);
        meters.tried(claimed, came, Duration.ofNanos(System.nanoTime() - began));
        switch (came) {
            case Delivery.Answered answered -> accept(claimed, partner, answered.text());
            case Delivery.Rejected rejected -> answers.rejected(claimed, rejected);
            case Delivery.Failed failed -> retry(claimed, failed.reason());
        }
    }

    /**
     * Why a document is not delivered any more: the partner closed its door for good, or has vanished. What tells it so, and
     * what it owes, goes on trying to reach one that has vanished, and nothing else does.
     */
    private static Optional<Delivery.Rejected> givenUp(Partner partner, OutboxEntity claimed) {
        if (partner.theirs() == Standing.ENDED || partner.theirs() == Standing.VANISHED) {
            return Optional.of(new Delivery.Rejected(
                    "PARTNER_NOT_ACTIVE",
                    partner.operator() + " takes nothing more: "
                            + partner.theirsReason().orElse("it gave no reason")));
        }
        return partner.state() == PartnerState.VANISHED && !isForOneThatReturns(claimed)
                ? Optional.of(new Delivery.Rejected("PARTNER_VANISHED", Partners.why(partner)))
                : Optional.empty();
    }

    private static boolean isForOneThatReturns(OutboxEntity claimed) {
        SignedDocument document = SignedDocumentJson.read(claimed.document);
        DocumentBody body = DocumentCodec.read(document.payloadBytes()).body();
        return body instanceof FinalStatement
                || body instanceof Invoice
                || (body instanceof PartnerNotice notice && notice.standing() == Standing.VANISHED);
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
