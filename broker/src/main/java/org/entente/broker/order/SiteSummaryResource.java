package org.entente.broker.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteState;
import org.entente.broker.site.Sites;

/** Capacity and use of any set of our own sites together, for engineers. */
@Path("/api/v1/sites/summary")
@RolesAllowed({"engineer", "finance"})
public class SiteSummaryResource {
    private final Sites sites;
    private final Instances instances;

    SiteSummaryResource(Sites sites, Instances instances) {
        this.sites = sites;
        this.instances = instances;
    }

    /**
     * Of the sites that are named, in one of the countries, of one of the technologies and in one of the states; what is
     * left out does not choose. Sites that left count only where their state is asked for.
     */
    @GET
    @Transactional
    public SiteSummary of(
            @QueryParam("site") List<String> names,
            @QueryParam("country") List<String> countries,
            @QueryParam("technology") List<String> technologies,
            @QueryParam("state") List<String> states) {
        List<ConnectedSite> chosen = sites.all().stream()
                .filter(site -> isChosen(names, site.site().value()))
                .filter(site -> isChosen(countries, site.country()))
                .filter(site -> isChosen(
                        technologies, site.knownTechnology().map(Enum::name).orElse("unknown")))
                .filter(site -> states.isEmpty()
                        ? site.state() != SiteState.RETIRED
                        : isChosen(states, site.state().name()))
                .toList();
        return SiteSummary.of(chosen, instances.held());
    }

    private static boolean isChosen(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.stream().anyMatch(value::equalsIgnoreCase);
    }
}
