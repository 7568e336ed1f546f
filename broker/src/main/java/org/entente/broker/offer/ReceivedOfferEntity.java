package org.entente.broker.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.SignedDocumentJson;

/** What a partner last offered us under one agreement. Kept until a newer one comes, even when it has expired. */
@Entity
@Table(schema = "broker", name = "received_offer")
class ReceivedOfferEntity {
    @Id
    String agreement;

    String host;
    long number;
    String document;
    Instant expiresAt;
    Instant receivedAt;

    @Version
    int version;

    Offer offer() {
        return (Offer) DocumentCodec.read(SignedDocumentJson.read(document).payloadBytes())
                .body();
    }
}
