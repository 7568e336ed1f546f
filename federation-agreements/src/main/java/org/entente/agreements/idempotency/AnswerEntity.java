package org.entente.agreements.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a caller's key asked for and was answered. Written once, in the transaction of the work itself. */
@Entity
@Table(schema = "agreements", name = "idempotent_answer")
@IdClass(AnswerEntity.Key.class)
class AnswerEntity {
    record Key(String caller, String idempotencyKey) implements Serializable {}

    @Id
    String caller;

    @Id
    String idempotencyKey;

    String requestHash;
    Instant askedAt;
    int status;

    @Nullable String location;

    @Nullable String body;
}
