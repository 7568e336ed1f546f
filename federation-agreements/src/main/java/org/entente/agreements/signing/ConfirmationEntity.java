package org.entente.agreements.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A partner that was asked to confirm a key of ours. Partners without a row learned the key when they were invited. */
@Entity
@Table(schema = "agreements", name = "key_confirmation")
@IdClass(ConfirmationKey.class)
class ConfirmationEntity {
    @Id
    String keyId;

    @Id
    String partner;

    Instant askedAt;

    @Nullable Instant confirmedAt;

    @Nullable String refusal;
}
