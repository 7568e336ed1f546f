package org.entente.broker.site;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
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

    @Nullable BigDecimal latitude;

    @Nullable BigDecimal longitude;

    @Nullable BigDecimal gramsCo2PerKwh;

    @Nullable @Enumerated(EnumType.STRING)
    Technology technology;

    String address;
    String account;

    @Nullable String encryptedSecret;

    int credentialsNumber;
    String region;

    @Nullable String authority;

    @Enumerated(EnumType.STRING)
    SiteState state;

    @Nullable @JdbcTypeCode(SqlTypes.JSON)
    SiteCapabilities capabilities;

    @Nullable Instant seenAt;

    @Nullable Instant outOfReachSince;

    @JdbcTypeCode(SqlTypes.JSON)
    List<SiteTrouble> troubles = List.of();

    Instant dueAt;

    @Version
    int version;

    /** How a stored secret is read. */
    interface SecretOpening {
        String opened(SiteId site, String encrypted);
    }

    void follow(SiteLife.Event event) {
        state = SiteLife.after(state, event);
    }

    /** What it is, with the secret opened as told. */
    ConnectedSite connected(SecretOpening opening) {
        SiteId id = new SiteId(site);
        return new ConnectedSite(
                id,
                name,
                new ConnectedSite.StatedPlace(
                        country,
                        Optional.ofNullable(latitude)
                                .flatMap(north ->
                                        Optional.ofNullable(longitude).map(east -> new Coordinates(north, east))),
                        Optional.ofNullable(gramsCo2PerKwh).map(BigDecimal::stripTrailingZeros)),
                Optional.ofNullable(technology),
                new Endpoint(
                        URI.create(address),
                        account,
                        encryptedSecret == null ? "" : opening.opened(id, encryptedSecret),
                        region,
                        Optional.ofNullable(authority)),
                credentialsNumber,
                state,
                Optional.ofNullable(capabilities),
                Optional.ofNullable(seenAt),
                Optional.ofNullable(outOfReachSince),
                troubles);
    }
}
