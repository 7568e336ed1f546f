package org.entente.broker.site;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one probe saw that differed from the one before it. Never changed. */
@Entity
@Table(schema = "broker", name = "site_capabilities")
class SightingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long sighting;

    String site;
    Instant seenAt;
    String release;

    @JdbcTypeCode(SqlTypes.JSON)
    SiteCapabilities capabilities;
}
