package org.entente.agreements.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.jspecify.annotations.Nullable;

/** One key of ours. Rows are never deleted: old documents must still verify. The private key is not here. */
@Entity
@Table(schema = "agreements", name = "own_key")
class OwnKeyEntity {
    @Id
    String keyId;

    String alias;
    String jwk;
    Instant validFrom;

    @Nullable Instant validTo;

    @Nullable Instant revokedFrom;

    @Version
    int version;

    static OwnKeyEntity of(String alias, PublishedKey key) {
        OwnKeyEntity entity = new OwnKeyEntity();
        entity.keyId = key.id();
        entity.alias = alias;
        entity.jwk = key.json();
        entity.validFrom = key.validFrom();
        return entity;
    }

    PublishedKey key() {
        return new PublishedKey(
                keyId,
                PublishedKey.parsed(jwk),
                validFrom,
                Optional.ofNullable(validTo),
                Optional.ofNullable(revokedFrom));
    }
}
