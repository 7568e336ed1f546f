package org.entente.simulator.administration;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.entente.simulator.kubernetes.Clusters;
import org.entente.simulator.openstack.Clouds;
import org.entente.simulator.site.SimulatedSite;
import org.entente.simulator.site.SimulatedSites;
import org.entente.simulator.site.Switches;

/** The sites of this simulator: what runs there, and what goes wrong there. */
@NonBlocking
@Path("/simulator/sites")
public class SiteResource {
    private final SimulatedSites sites;
    private final Clouds clouds;
    private final Clusters clusters;

    record SiteView(
            String site,
            Switches switches,
            List<Clouds.RunningServer> servers,
            List<Clusters.RunningDeployment> deployments) {}

    public SiteResource(SimulatedSites sites, Clouds clouds, Clusters clusters) {
        this.sites = sites;
        this.clouds = clouds;
        this.clusters = clusters;
    }

    @GET
    public Map<String, List<String>> list() {
        return Map.of("sites", sites.names());
    }

    @GET
    @Path("/{site}")
    public SiteView get(@PathParam("site") String name) {
        return view(named(name));
    }

    @PUT
    @Path("/{site}")
    public SiteView turn(@PathParam("site") String name, SwitchesRequest request) {
        SimulatedSite site = named(name);
        site.turn(switches(request));
        return view(site);
    }

    /** Ends all log-ins at the site's Keystone, as if their time were over. */
    @DELETE
    @Path("/{site}/tokens")
    public void revokeTokens(@PathParam("site") String name) {
        clouds.revokeTokens(named(name).name());
    }

    private SimulatedSite named(String name) {
        return sites.named(name).orElseThrow(() -> new NotFoundException("No site '" + name + "' can be simulated."));
    }

    private Switches switches(SwitchesRequest request) {
        try {
            return request.over(sites.calm());
        } catch (IllegalArgumentException refused) {
            throw new BadRequestException(
                    refused.getMessage(),
                    Response.status(Response.Status.BAD_REQUEST)
                            .type(MediaType.APPLICATION_JSON_TYPE)
                            .entity(Map.of("message", String.valueOf(refused.getMessage())))
                            .build());
        }
    }

    private SiteView view(SimulatedSite site) {
        return new SiteView(
                site.name(), site.switches(), clouds.servers(site.name()), clusters.deployments(site.name()));
    }
}
