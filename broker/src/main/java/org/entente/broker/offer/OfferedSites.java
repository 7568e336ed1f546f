package org.entente.broker.offer;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Offer.OfferedFlavour;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.document.OfferedDetails;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Images;

/** Turns sites into offers and offers into candidates. */
final class OfferedSites {
    private OfferedSites() {}

    /** A site of ours as a candidate. Nothing where it takes no orders. */
    static Optional<Candidate> candidate(OperatorId self, ConnectedSite site) {
        if (!site.state().takesOrders()) {
            return Optional.empty();
        }
        SiteCapabilities seen = site.capabilities().orElseThrow();
        return Optional.of(new Candidate(
                new Place(self, site.site()),
                Optional.empty(),
                site.name(),
                site.country(),
                site.place().location().map(there -> new Candidate.Location(there.latitude(), there.longitude())),
                site.place().gramsCo2PerKwh(),
                seen,
                site.seenAt().orElseThrow()));
    }

    static Candidate candidate(OperatorId host, AgreementId agreement, OfferedSite site) {
        return new Candidate(
                new Place(host, site.site()),
                Optional.of(agreement),
                site.name(),
                site.country(),
                site.details()
                        .flatMap(OfferedDetails::location)
                        .map(there -> new Candidate.Location(there.latitude(), there.longitude())),
                site.details().flatMap(OfferedDetails::gramsCo2PerKwh),
                capabilities(site),
                site.seenAt());
    }

    /** At most so many flavours and images are named that an offer stays of a moderate size. */
    static OfferedSite offered(Candidate candidate, Disclosure disclosure) {
        List<OfferedFlavour> flavours = candidate.flavours().stream()
                .limit(OfferedDetails.LIST_MAX)
                .map(flavour -> new OfferedFlavour(
                        flavour.name(),
                        flavour.vcpu(),
                        flavour.memoryGib(),
                        flavour.diskGib(),
                        Optional.of(flavour.gpus()).filter(gpus -> gpus > 0)))
                .toList();
        return new OfferedSite(
                candidate.place().site(),
                candidate.name(),
                candidate.country(),
                candidate.technology(),
                candidate.release(),
                flavours,
                candidate.images().stream().limit(OfferedDetails.LIST_MAX).toList(),
                candidate.seenAt(),
                Optional.of(ToldDetails.of(candidate, disclosure)));
    }

    private static SiteCapabilities capabilities(OfferedSite site) {
        List<Flavour> flavours = site.flavours().stream()
                .map(flavour -> new Flavour(
                        flavour.name(),
                        flavour.vcpu(),
                        flavour.memoryGib(),
                        flavour.diskGib(),
                        flavour.gpus().orElse(0)))
                .toList();
        SiteCapabilities bare = SiteCapabilities.bare(site.technology(), site.release());
        return site.details()
                .map(details -> HeardDetails.of(bare, flavours, site.images(), details))
                .orElseGet(() -> bare.having(flavours, Images.named(site.images()), bare.capacity()));
    }
}
