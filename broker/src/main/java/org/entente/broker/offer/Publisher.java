package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.exchange.Outbox;
import org.entente.broker.placement.Candidate;
import org.jspecify.annotations.Nullable;

/** Sends an offer where it differs from the last one under its agreement, or where that one grows old. */
@ApplicationScoped
public class Publisher {
    private final Catalogue catalogue;
    private final PublishedOffers published;
    private final Outbox outbox;
    private final OfferConfig config;
    private final InstantSource clock;

    Publisher(Catalogue catalogue, PublishedOffers published, Outbox outbox, OfferConfig config, InstantSource clock) {
        this.catalogue = catalogue;
        this.published = published;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void publish(SignedAgreement agreement) {
        Instant now = clock.instant();
        if (!agreement.isInForceAt(now)) {
            return;
        }
        List<Candidate> sites = catalogue
                .own()
                .filter(candidate ->
                        agreement.terms().zones().contains(candidate.place().site()))
                .toList();
        String content = DocumentHash.of(agreement.hash() + "\n"
                        + sites.stream().map(Publisher::content).toList())
                .value();
        String id = agreement.terms().agreement().value();
        PublishedOfferEntity last = published.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (last != null && last.contentHash.equals(content) && isGood(last, now)) {
            return;
        }
        long number = last == null ? 1 : last.number + 1;
        List<OfferedSite> offered = sites.stream().map(OfferedSites::offered).toList();
        outbox.send(
                agreement.terms().home(),
                new Offer(agreement.terms().agreement(), number, now.plus(config.goodFor()), offered),
                List.of(agreement.hash()));
        store(id, last, number, content, now);
    }

    /** Whether the partner has it, or is about to, and for long enough. */
    private boolean isGood(PublishedOfferEntity last, Instant now) {
        return last.retryAt == null
                ? now.isBefore(last.sentAt.plus(config.goodFor().dividedBy(2)))
                : now.isBefore(last.retryAt);
    }

    private void store(String id, @Nullable PublishedOfferEntity last, long number, String content, Instant now) {
        PublishedOfferEntity entity = last == null ? new PublishedOfferEntity() : last;
        entity.agreement = id;
        entity.number = number;
        entity.contentHash = content;
        entity.sentAt = now;
        entity.refusal = null;
        entity.retryAt = null;
        if (last == null) {
            published.persist(entity);
        }
    }

    /** What makes an offer differ: everything but the time at which it was seen. */
    private static String content(Candidate candidate) {
        return candidate.place()
                + candidate.name()
                + candidate.country()
                + candidate.technology()
                + candidate.release()
                + candidate.flavours()
                + candidate.images();
    }
}
