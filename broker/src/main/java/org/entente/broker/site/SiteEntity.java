package org.entente.broker.site;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.entente.agreements.language.Technology;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One of our own sites' rows. */
@Entity
@Table(schema = "broker", name = "site")
class SiteEntity {
    @Id
    String site;

    String name;
    String country;

    @Enumerated(EnumType.STRING)
    Technology technology;

    String address;
    String account;
    String encryptedSecret;
    String region;

    @Enumerated(EnumType.STRING)
    SiteState state;

    @Nullable @JdbcTypeCode(SqlTypes.JSON)
    SiteCapabilities capabilities;

    @Nullable Instant seenAt;

    @Nullable String lastFailure;

    Instant dueAt;

    @Version
    int version;
}
