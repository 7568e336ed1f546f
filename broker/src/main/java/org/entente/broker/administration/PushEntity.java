package org.entente.broker.administration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What an engineer wanted to be at some sites. Written once. */
@Entity
@Table(schema = "broker", name = "push")
class PushEntity {
    @Id
    UUID push;

    @Enumerated(EnumType.STRING)
    PushContent.Kind kind;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    ContentRequest content;

    String askedBy;
    Instant askedAt;
    Instant deadline;
}
