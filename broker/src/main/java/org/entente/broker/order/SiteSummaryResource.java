package org.entente.broker.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.broker.site.ChosenSites;
import org.entente.broker.site.SiteQuery;

/** Capacity and use of any set of our own sites together, for engineers. */
@Path("/api/v1/sites/summary")
@RolesAllowed({"engineer", "finance"})
@Tag(name = "Own sites, many at once")
public class SiteSummaryResource {
    private final ChosenSites sites;
    private final Instances instances;

    SiteSummaryResource(ChosenSites sites, Instances instances) {
        this.sites = sites;
        this.instances = instances;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Capacity and use of a set of own sites, summed up",
            description =
                    "Of the sites that are named, in one of the countries and regions, of one of the technologies, in one"
                            + " of the states and with all of the labels; what is left out does not choose. Sites that left count only"
                            + " where their state is asked for. Each sum says how many sites tell and how many do not; where none"
                            + " tells it has no amount.")
    public SiteSummary of(@BeanParam SiteQuery query) {
        return SiteSummary.of(sites.by(query.selector()), instances.held());
    }
}
