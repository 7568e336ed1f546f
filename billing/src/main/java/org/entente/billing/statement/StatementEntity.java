package org.entente.billing.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code billing.statement}. Only the answer may change. */
@Entity
@Table(schema = "billing", name = "statement")
class StatementEntity {
    @Id
    @Column(updatable = false)
    UUID id;

    @Column(updatable = false)
    String agreement;

    @Column(updatable = false)
    String period;

    @Column(updatable = false)
    String host;

    @Column(updatable = false)
    String home;

    @Column(updatable = false)
    String hash;

    @Column(updatable = false)
    String document;

    @Column(updatable = false)
    String currency;

    @Column(name = "own_total", updatable = false, precision = 38, scale = 14)
    BigDecimal ownTotal;

    @Column(name = "stated_total", updatable = false, precision = 38, scale = 14)
    BigDecimal statedTotal;

    @Column(name = "made_at", updatable = false)
    Instant madeAt;

    @Enumerated(EnumType.STRING)
    StatementState state;

    @Nullable @Column(name = "answered_at")
    Instant answeredAt;

    @Nullable @Column(name = "answer_code")
    String answerCode;

    @Nullable String answer;

    @Nullable String countersigned;

    @Version
    int version;
}
