package org.entente.broker.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteState;
import org.entente.broker.site.Sites;

/** All sites, our own and our partners', in one list. */
@Path("/api/v1/sites")
@RolesAllowed({"devops", "engineer"})
public class CatalogueResource {
    private final Catalogue catalogue;
    private final Sites sites;
    private final Prices prices;
    private final OperatorConfig self;

    CatalogueResource(Catalogue catalogue, Sites sites, Prices prices, OperatorConfig self) {
        this.catalogue = catalogue;
        this.sites = sites;
        this.prices = prices;
        this.self = self;
    }

    @GET
    public List<SiteView> list() {
        List<SiteView> views = new ArrayList<>();
        List<ConnectedSite> own = sites.all();
        List<Candidate> candidates = catalogue.candidates();
        Map<SiteId, ConnectedSite> open = own.stream()
                .filter(site -> site.state().takesOrders())
                .collect(Collectors.toMap(ConnectedSite::site, Function.identity()));
        candidates.forEach(candidate -> views.add(SiteView.of(
                candidate,
                prices.lines(candidate.place(), candidate.agreement(), candidate.technology()),
                ours(candidate, open))));
        Set<SiteId> listed = candidates.stream()
                .filter(candidate -> candidate.agreement().isEmpty())
                .map(candidate -> candidate.place().site())
                .collect(Collectors.toSet());
        closed(own, listed).forEach(site -> views.add(closed(site)));
        return views;
    }

    /** Our sites that take no orders. One that began to take them after we were read is among the candidates already. */
    static List<ConnectedSite> closed(List<ConnectedSite> own, Set<SiteId> candidates) {
        return own.stream()
                .filter(site -> !site.state().takesOrders() && site.state() != SiteState.RETIRED)
                .filter(site -> !candidates.contains(site.site()))
                .toList();
    }

    private Optional<ConnectedSite> ours(Candidate candidate, Map<SiteId, ConnectedSite> open) {
        return candidate.agreement().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(open.get(candidate.place().site()));
    }

    private SiteView closed(ConnectedSite site) {
        return new SiteView(
                self.id(),
                site.site().value(),
                site.name(),
                site.country(),
                site.knownTechnology(),
                site.capabilities().map(seen -> seen.release()).orElse(""),
                site.state().name().toLowerCase(Locale.ROOT),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                site.seenAt(),
                site.reason());
    }
}
