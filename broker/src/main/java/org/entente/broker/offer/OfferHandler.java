package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.jspecify.annotations.Nullable;

/** Keeps the newest offer of each agreement in which we are the home operator. */
@ApplicationScoped
public class OfferHandler implements DocumentHandler<Offer> {
    private final ReceivedOffers offers;
    private final Agreements agreements;
    private final InstantSource clock;

    OfferHandler(ReceivedOffers offers, Agreements agreements, InstantSource clock) {
        this.offers = offers;
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public Class<Offer> accepts() {
        return Offer.class;
    }

    @Override
    public Answer handle(VerifiedDocument<Offer> received) {
        Offer offer = received.body();
        OperatorId host = received.document().issuer();
        Optional<SignedAgreement> agreement = agreements
                .find(offer.agreement())
                .filter(signed -> signed.terms().host().equals(host));
        if (agreement.isEmpty()) {
            return Answer.refused(
                    "AGREEMENT_UNKNOWN", "We have no agreement " + offer.agreement() + " with " + host + " as host");
        }
        ReceivedOfferEntity known = offers.findById(offer.agreement().value());
        if (known != null && offer.number() <= known.number) {
            return Answer.refused(
                    "OFFER_NUMBER_OLD", "Offer " + offer.number() + " is not newer than offer " + known.number);
        }
        store(received, known);
        return Answer.acknowledged();
    }

    private void store(VerifiedDocument<Offer> received, @Nullable ReceivedOfferEntity known) {
        ReceivedOfferEntity entity = known == null ? new ReceivedOfferEntity() : known;
        entity.agreement = received.body().agreement().value();
        entity.host = received.document().issuer().value();
        entity.number = received.body().number();
        entity.document = SignedDocumentJson.write(received.signed());
        entity.expiresAt = received.body().expiresAt();
        entity.receivedAt = clock.instant();
        if (known == null) {
            offers.persist(entity);
        }
    }
}
