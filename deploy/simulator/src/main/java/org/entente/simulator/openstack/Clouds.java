package org.entente.simulator.openstack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.entente.simulator.site.SimulatedSite;
import org.entente.simulator.site.SimulatedSites;
import org.jspecify.annotations.Nullable;

/** The OpenStack side of all sites. */
@ApplicationScoped
public class Clouds {
    private static final Pattern ANY = Pattern.compile("");

    private final SimulatedSites sites;
    private final InstantSource clock;
    private final Map<String, Cloud> clouds = new ConcurrentHashMap<>();

    /** What runs, for administration. */
    public record RunningServer(String id, String name, String flavour, String status, Map<String, String> metadata) {}

    public Clouds(SimulatedSites sites, InstantSource clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The servers of a site, those that are being deleted included. */
    public List<RunningServer> servers(String site) {
        Cloud cloud = clouds.get(site);
        if (cloud == null) {
            return List.of();
        }
        Instant now = cloud.now();
        return cloud.servers(ANY).stream()
                .map(server -> new RunningServer(
                        server.id(), server.name(), server.flavour().name(), server.statusAt(now), server.metadata()))
                .toList();
    }

    /** Ends all log-ins of a site, so that their next use is answered with 401. */
    public void revokeTokens(String site) {
        Cloud cloud = clouds.get(site);
        if (cloud != null) {
            cloud.tokens().revokeAll();
        }
    }

    Cloud named(String name) {
        SimulatedSite site =
                sites.named(name).orElseThrow(() -> OpenStackFault.notFound("There is no site '" + name + "'."));
        return clouds.computeIfAbsent(site.name(), fresh -> new Cloud(site, clock));
    }

    /** The site, for a caller that has logged in there. */
    Cloud entered(String name, @Nullable String token) {
        Cloud cloud = named(name);
        if (token == null || !cloud.tokens().isValid(token)) {
            throw OpenStackFault.unauthorized();
        }
        return cloud;
    }
}
