package org.entente.broker.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What we last offered under one agreement. */
@Entity
@Table(schema = "broker", name = "published_offer")
class PublishedOfferEntity {
    @Id
    String agreement;

    long number;
    String contentHash;
    Instant sentAt;

    @Version
    int version;
}
