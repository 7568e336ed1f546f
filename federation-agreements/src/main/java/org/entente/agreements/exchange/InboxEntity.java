package org.entente.agreements.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One document that arrived and was answered. */
@Entity
@Table(schema = "agreements", name = "inbox")
@IdClass(InboxKey.class)
class InboxEntity {
    @Id
    String sender;

    @Id
    UUID documentId;

    String documentType;
    String documentHash;
    String document;
    Instant receivedAt;
    String answer;
}
