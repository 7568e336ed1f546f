package org.entente.agreements.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.jspecify.annotations.Nullable;

/** One key of a partner. Rows are never deleted: old documents must still verify. */
@Entity
@Table(schema = "agreements", name = "partner_key")
class PartnerKeyEntity {
    @Id
    String keyId;

    String jwk;
    Instant validFrom;

    @Nullable Instant validTo;

    PublishedKey key() {
        return new PublishedKey(keyId, PublishedKey.parsed(jwk), validFrom, Optional.ofNullable(validTo));
    }

    static PartnerKeyEntity of(PublishedKey key) {
        PartnerKeyEntity entity = new PartnerKeyEntity();
        entity.keyId = key.id();
        entity.jwk = key.json();
        entity.validFrom = key.validFrom();
        return entity;
    }
}
