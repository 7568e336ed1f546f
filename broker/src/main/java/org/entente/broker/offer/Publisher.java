package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.exchange.Outbox;
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
        Disclosure disclosure = config.disclosure(agreement.terms().home());
        List<OfferedSite> offered = catalogue
                .own()
                .filter(candidate ->
                        agreement.terms().zones().contains(candidate.place().site()))
                .map(candidate -> OfferedSites.offered(candidate, disclosure))
                .toList();
        OfferContent content = OfferContent.of(agreement, offered);
        String id = agreement.terms().agreement().value();
        PublishedOfferEntity last = published.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (last != null && isSame(last, content, now) && isGood(last, now)) {
            return;
        }
        long number = last == null ? 1 : last.number + 1;
        outbox.send(
                agreement.terms().home(),
                new Offer(agreement.terms().agreement(), number, now.plus(config.goodFor()), offered),
                List.of(agreement.hash()));
        store(id, last, number, content, now);
    }

    /** Room that comes and goes is told again only after a while. */
    private boolean isSame(PublishedOfferEntity last, OfferContent content, Instant now) {
        return last.contentHash.equals(content.lasting())
                && (last.capacityHash.equals(content.room()) || now.isBefore(last.sentAt.plus(config.capacityEvery())));
    }

    /** Whether the partner has it, or is about to, and for long enough. */
    private boolean isGood(PublishedOfferEntity last, Instant now) {
        return last.retryAt == null
                ? now.isBefore(last.sentAt.plus(config.goodFor().dividedBy(2)))
                : now.isBefore(last.retryAt);
    }

    private void store(String id, @Nullable PublishedOfferEntity last, long number, OfferContent content, Instant now) {
        PublishedOfferEntity entity = last == null ? new PublishedOfferEntity() : last;
        entity.agreement = id;
        entity.number = number;
        entity.contentHash = content.lasting();
        entity.capacityHash = content.room();
        entity.sentAt = now;
        entity.refusal = null;
        entity.retryAt = null;
        if (last == null) {
            published.persist(entity);
        }
    }
}
