package org.entente.broker.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.broker.site.ConnectedSite.StatedPlace;
import org.entente.broker.site.SiteCapabilities.MissingPermission;

/**
 * One of our own sites as our engineers see it. Neither its account nor its secret is among it.
 *
 * @param troubles why it is not as it should be
 * @param missing what its account may not do and we would need
 */
public record OwnSiteView(
        String site,
        String name,
        String country,
        Optional<BigDecimal> latitude,
        Optional<BigDecimal> longitude,
        Optional<BigDecimal> gramsCo2PerKwh,
        Optional<String> technology,
        Optional<String> release,
        String address,
        String region,
        String state,
        List<SiteTrouble> troubles,
        List<MissingPermission> missing,
        Optional<Instant> seenAt,
        Optional<Instant> outOfReachSince) {
    static OwnSiteView of(ConnectedSite site) {
        StatedPlace place = site.place();
        return new OwnSiteView(
                site.site().value(),
                site.name(),
                place.country(),
                place.location().map(Coordinates::latitude),
                place.location().map(Coordinates::longitude),
                place.gramsCo2PerKwh(),
                site.knownTechnology().map(Enum::name),
                site.capabilities().map(SiteCapabilities::release),
                site.endpoint().address().toString(),
                site.endpoint().region(),
                site.state().name().toLowerCase(Locale.ROOT),
                site.troubles(),
                site.capabilities().map(SiteCapabilities::missing).orElse(List.of()),
                site.seenAt(),
                site.outOfReachSince());
    }
}
