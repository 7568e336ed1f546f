package org.entente.agreements.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One document on its way. Pending until it has an answer or a rejection. */
@Entity
@Table(schema = "agreements", name = "outbox")
class OutboxEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    String partner;
    String documentType;
    String document;
    Instant createdAt;
    Instant dueAt;
    int attempts;

    @Nullable String lastFailure;

    @Nullable Instant answeredAt;

    @Nullable String answer;

    @Nullable String rejectionCode;

    @Version
    int version;
}
