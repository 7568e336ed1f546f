package org.entente.broker.placement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Flavour;

/**
 * A site that could take an instance: one of our own, or a partner's on offer under an agreement.
 *
 * @param agreement absent for our own sites
 * @param country where it stands, ISO 3166-1 alpha-2
 * @param location where exactly, where its operator tells
 * @param gramsCo2PerKwh of its electricity, where its operator tells
 * @param capabilities as probed, or as its operator offers them
 * @param seenAt when its capabilities were probed
 */
public record Candidate(
        Place place,
        Optional<AgreementId> agreement,
        String name,
        String country,
        Optional<Location> location,
        Optional<BigDecimal> gramsCo2PerKwh,
        SiteCapabilities capabilities,
        Instant seenAt) {

    /** A point on the earth, in degrees of WGS 84: north and east are positive. */
    public record Location(BigDecimal latitude, BigDecimal longitude) {}

    public Technology technology() {
        return capabilities.technology();
    }

    public String release() {
        return capabilities.release();
    }

    public List<Flavour> flavours() {
        return capabilities.flavours();
    }

    public List<String> images() {
        return capabilities.images().names();
    }
}
