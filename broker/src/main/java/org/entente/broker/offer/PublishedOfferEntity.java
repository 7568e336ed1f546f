package org.entente.broker.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What we last offered under one agreement. */
@Entity
@Table(schema = "broker", name = "published_offer")
class PublishedOfferEntity {
    @Id
    String agreement;

    long number;
    String contentHash;
    String capacityHash;
    Instant sentAt;

    /** Why the partner refused it, if it did. */
    @Nullable String refusal;

    /** When a refused offer is sent again. */
    @Nullable Instant retryAt;

    @Version
    int version;
}
