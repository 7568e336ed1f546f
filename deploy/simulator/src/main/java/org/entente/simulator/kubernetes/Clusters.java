package org.entente.simulator.kubernetes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.simulator.site.SimulatedSite;
import org.entente.simulator.site.SimulatedSites;
import org.jspecify.annotations.Nullable;

/** The Kubernetes side of all sites. */
@ApplicationScoped
public class Clusters {
    /** The one token, known to all, as nothing here is worth protecting. */
    private static final String AUTHORIZATION = "Bearer simulator";

    private final SimulatedSites sites;
    private final InstantSource clock;
    private final Map<String, Cluster> clusters = new ConcurrentHashMap<>();

    /** What runs, for administration. */
    public record RunningDeployment(
            String namespace, String name, String image, int replicas, int readyReplicas, boolean ending) {}

    public Clusters(SimulatedSites sites, InstantSource clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The Deployments of a site, those that are being deleted included. */
    public List<RunningDeployment> deployments(String site) {
        Cluster cluster = clusters.get(site);
        if (cluster == null) {
            return List.of();
        }
        Instant now = cluster.now();
        return cluster.objects(ObjectKind.DEPLOYMENT).stream()
                .map(deployment -> new RunningDeployment(
                        deployment.namespace(),
                        deployment.name(),
                        deployment.image(),
                        deployment.replicas(),
                        deployment.readyReplicasAt(now),
                        deployment.goneAt().isPresent()))
                .toList();
    }

    Cluster named(String name) {
        SimulatedSite site = sites.named(name).orElseThrow(() -> KubernetesFault.notFound("sites", name));
        return clusters.computeIfAbsent(site.name(), fresh -> new Cluster(site, clock));
    }

    /** The site, for a caller with the token. */
    Cluster entered(String name, @Nullable String authorization) {
        Cluster cluster = named(name);
        if (!AUTHORIZATION.equals(authorization)) {
            throw KubernetesFault.unauthorized();
        }
        return cluster;
    }
}
