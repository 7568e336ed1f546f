package org.entente.agreements.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.jspecify.annotations.Nullable;

/** One key of a partner. Rows of confirmed keys are never deleted: old documents must still verify. */
@Entity
@Table(schema = "agreements", name = "partner_key")
class PartnerKeyEntity {
    @Id
    String keyId;

    String jwk;
    Instant validFrom;

    @Nullable Instant validTo;

    @Nullable Instant revokedFrom;

    @Nullable String revocationReason;

    @Nullable String introducedBy;

    @Nullable Instant introducedAt;

    @Nullable Instant comparedAt;

    PublishedKey key() {
        return new PublishedKey(
                keyId,
                PublishedKey.parsed(jwk),
                validFrom,
                Optional.ofNullable(validTo),
                Optional.ofNullable(revokedFrom));
    }

    PartnerKey partnerKey() {
        return new PartnerKey(
                key(),
                Optional.ofNullable(introducedBy),
                Optional.ofNullable(introducedAt),
                Optional.ofNullable(comparedAt),
                Optional.ofNullable(revocationReason));
    }

    void retire(Instant end) {
        validTo = validTo == null || end.isBefore(validTo) ? end : validTo;
    }

    void revoke(Instant from, String reason) {
        revokedFrom = key().revoked(from).revokedFrom().orElseThrow();
        revocationReason = reason;
    }

    /** An engineer compared the fingerprint: a key that only fell with another is believed again. */
    void compared(Instant now) {
        comparedAt = now;
        revokedFrom = null;
        revocationReason = null;
    }

    static PartnerKeyEntity of(PublishedKey key) {
        PartnerKeyEntity entity = new PartnerKeyEntity();
        entity.keyId = key.id();
        entity.jwk = key.json();
        entity.validFrom = key.validFrom();
        entity.validTo = key.validTo().orElse(null);
        return entity;
    }
}
