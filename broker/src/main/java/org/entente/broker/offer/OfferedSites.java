package org.entente.broker.offer;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Offer.OfferedFlavour;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteState;

/** Turns sites into offers and offers into candidates. */
final class OfferedSites {
    private OfferedSites() {}

    /** A site of ours as a candidate. Nothing where it was never probed or cannot be reached. */
    static Optional<Candidate> candidate(OperatorId self, ConnectedSite site) {
        if (site.state() != SiteState.AVAILABLE) {
            return Optional.empty();
        }
        SiteCapabilities seen = site.capabilities().orElseThrow();
        return Optional.of(new Candidate(
                new Place(self, site.site()),
                Optional.empty(),
                site.name(),
                site.country(),
                Optional.empty(),
                Optional.empty(),
                seen,
                site.seenAt().orElseThrow()));
    }

    static Candidate candidate(OperatorId host, AgreementId agreement, OfferedSite site) {
        return new Candidate(
                new Place(host, site.site()),
                Optional.of(agreement),
                site.name(),
                site.country(),
                Optional.empty(),
                Optional.empty(),
                capabilities(site),
                site.seenAt());
    }

    private static SiteCapabilities capabilities(OfferedSite site) {
        List<Flavour> flavours = site.flavours().stream()
                .map(flavour -> new Flavour(flavour.name(), flavour.vcpu(), flavour.memoryGib(), flavour.diskGib()))
                .toList();
        return SiteCapabilities.bare(site.technology(), site.release())
                .having(flavours, Images.named(site.images()), Capacity.UNKNOWN);
    }

    static OfferedSite offered(Candidate candidate) {
        List<OfferedFlavour> flavours = candidate.flavours().stream()
                .map(flavour ->
                        new OfferedFlavour(flavour.name(), flavour.vcpu(), flavour.memoryGib(), flavour.diskGib()))
                .toList();
        return new OfferedSite(
                candidate.place().site(),
                candidate.name(),
                candidate.country(),
                candidate.technology(),
                candidate.release(),
                flavours,
                candidate.images(),
                candidate.seenAt());
    }
}
