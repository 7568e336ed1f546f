package org.entente.broker.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/**
 * One of our own sites.
 *
 * @param place where it stands, as its operator states
 * @param knownTechnology absent until the endpoint was asked, where nobody said it
 * @param endpoint without its secret once the site is retired
 * @param credentialsNumber grows whenever the credentials are changed
 * @param capabilities what the latest successful probe saw
 * @param seenAt when that was
 * @param outOfReachSince when the first of the probes failed that have failed since; absent while it is reached
 * @param troubles why it is not as it should be
 */
public record ConnectedSite(
        SiteId site,
        String name,
        StatedPlace place,
        Optional<Technology> knownTechnology,
        Endpoint endpoint,
        int credentialsNumber,
        SiteState state,
        Optional<SiteCapabilities> capabilities,
        Optional<Instant> seenAt,
        Optional<Instant> outOfReachSince,
        List<SiteTrouble> troubles) {
    public ConnectedSite {
        troubles = List.copyOf(troubles);
    }

    /**
     * Where a site stands and what its electricity is, as its operator states.
     *
     * @param country ISO 3166-1 alpha-2
     * @param gramsCo2PerKwh of its electricity
     */
    public record StatedPlace(String country, Optional<Coordinates> location, Optional<BigDecimal> gramsCo2PerKwh) {
        /** A place of which only the country is stated. */
        public static StatedPlace in(String country) {
            return new StatedPlace(country, Optional.empty(), Optional.empty());
        }
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return place.country();
    }

    /** What it runs. Not to be asked before its first probe. */
    public Technology technology() {
        return knownTechnology.orElseThrow(() -> new IllegalStateException(site + " was never probed"));
    }

    /** The troubles as one text, or nothing where all is well. */
    public Optional<String> reason() {
        return troubles.stream().map(SiteTrouble::toString).reduce((first, next) -> first + "; " + next);
    }
}
