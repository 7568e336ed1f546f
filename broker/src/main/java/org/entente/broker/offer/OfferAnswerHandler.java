package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.jboss.logging.Logger;

/**
 * What a partner answered to our offer. A refused one is sent again after a while: its agreement may have been on its way,
 * or the partner may know a higher number than we do, after we lost ours.
 */
@ApplicationScoped
public class OfferAnswerHandler implements AnswerHandler<Offer> {
    private static final Logger LOG = Logger.getLogger(OfferAnswerHandler.class);
    private static final String NUMBER_OLD = "OFFER_NUMBER_OLD";

    private final PublishedOffers published;
    private final OfferConfig config;
    private final InstantSource clock;

    OfferAnswerHandler(PublishedOffers published, OfferConfig config, InstantSource clock) {
        this.published = published;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Class<Offer> sent() {
        return Offer.class;
    }

    @Override
    public void answered(VerifiedDocument<Offer> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Refusal refusal) {
            rejected(sent, refusal.code(), refusal.sentence());
        }
    }

    @Override
    public void rejected(VerifiedDocument<Offer> sent, String code, String sentence) {
        Offer offer = sent.body();
        LOG.warnf(
                "offer refused agreementId=%s number=%d errorCode=%s: %s",
                offer.agreement(), offer.number(), code, sentence);
        Optional.ofNullable(published.findById(offer.agreement().value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(last -> last.number == offer.number())
                .ifPresent(last -> refused(last, code, sentence));
    }

    private void refused(PublishedOfferEntity last, String code, String sentence) {
        Instant now = clock.instant();
        last.refusal = code + ": " + sentence;
        last.retryAt = now.plus(config.retryRefusedAfter());
        if (code.equals(NUMBER_OLD)) {
            // Numbers only have to grow. The seconds of our clock are beyond any number that was counted up before.
            last.number = Math.max(last.number, now.getEpochSecond());
        }
    }
}
