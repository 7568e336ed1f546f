package org.entente.broker.site;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;

/**
 * One of our own sites.
 *
 * @param country where it stands, ISO 3166-1 alpha-2
 * @param capabilities what the latest successful probe saw
 * @param seenAt when that was
 * @param lastFailure why the latest probe failed, if it did
 */
public record ConnectedSite(
        SiteId site,
        String name,
        String country,
        Technology technology,
        Endpoint endpoint,
        SiteState state,
        Optional<SiteCapabilities> capabilities,
        Optional<Instant> seenAt,
        Optional<String> lastFailure) {}
