package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.simulator.site.SimulatedSite;
import org.jspecify.annotations.Nullable;

/** One Kubernetes site: its shape, its namespaces and its Deployments, in memory alone. */
final class Cluster {
    private static final int DEPLOYMENTS_MAX = 10_000;
    private static final int NAMESPACES_MAX = 1000;

    private final SimulatedSite site;
    private final InstantSource clock;
    private final ClusterShape shape;
    private final Map<String, Instant> namespaces = new TreeMap<>();
    private final Map<String, SimulatedDeployment> deployments = new TreeMap<>();
    private final Map<String, ObjectNode> quotas = new TreeMap<>();
    private long version = 1;

    /** What an apply left, and whether it was there before. */
    record Applied(SimulatedDeployment deployment, boolean created) {}

    Cluster(SimulatedSite site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
        this.shape = ClusterShape.of(site);
        namespaces.put("default", clock.instant());
        namespaces.put("kube-system", clock.instant());
    }

    /** As its shape or its switches have it. */
    ClusterShape.Version version() {
        return site.switches().release().map(ClusterShape.Version::of).orElse(shape.version());
    }

    ClusterShape shape() {
        return shape;
    }

    Instant now() {
        return clock.instant();
    }

    /** When the namespace was made; making it again changes nothing. */
    synchronized Instant applyNamespace(String name) {
        if (!namespaces.containsKey(name) && namespaces.size() >= NAMESPACES_MAX) {
            throw exceeded("namespaces", name, NAMESPACES_MAX);
        }
        return namespaces.computeIfAbsent(name, fresh -> clock.instant());
    }

    synchronized Instant namespace(String name) {
        Instant created = namespaces.get(name);
        if (created == null) {
            throw KubernetesFault.notFound("namespaces", name);
        }
        return created;
    }

    synchronized Applied apply(String namespace, String name, ObjectNode manifest) {
        namespace(namespace);
        sweep();
        String key = key(namespace, name);
        SimulatedDeployment present = deployments.get(key);
        SimulatedDeployment next =
                present == null ? fresh(name, manifest) : present.applied(manifest, ++version, readyAt());
        deployments.put(key, next);
        return new Applied(next, present == null);
    }

    synchronized SimulatedDeployment deployment(String namespace, String name) {
        sweep();
        @Nullable SimulatedDeployment deployment = deployments.get(key(namespace, name));
        if (deployment == null) {
            throw KubernetesFault.notFound("deployments.apps", name);
        }
        return deployment;
    }

    synchronized SimulatedDeployment delete(String namespace, String name) {
        SimulatedDeployment going = deployment(namespace, name).deleted(++version, clock.instant(), readyAt());
        deployments.put(key(namespace, name), going);
        return going;
    }

    /** All Deployments, in the order of namespace and name. */
    synchronized List<SimulatedDeployment> deployments() {
        sweep();
        return List.copyOf(deployments.values());
    }

    synchronized ObjectNode applyQuota(String namespace, String name, ObjectNode manifest) {
        namespace(namespace);
        String key = key(namespace, name);
        if (!quotas.containsKey(key) && quotas.size() >= NAMESPACES_MAX) {
            throw exceeded("resourcequotas", name, NAMESPACES_MAX);
        }
        quotas.put(key, manifest);
        return manifest.deepCopy();
    }

    synchronized ObjectNode quota(String namespace, String name) {
        @Nullable ObjectNode quota = quotas.get(key(namespace, name));
        if (quota == null) {
            throw KubernetesFault.notFound("resourcequotas", name);
        }
        return quota.deepCopy();
    }

    private SimulatedDeployment fresh(String name, ObjectNode manifest) {
        if (site.switches().quotaExceeded() || deployments.size() >= DEPLOYMENTS_MAX) {
            throw exceeded("deployments.apps", name, deployments.size());
        }
        return new SimulatedDeployment(
                manifest,
                UUID.randomUUID().toString(),
                1,
                ++version,
                clock.instant(),
                readyAt(),
                Optional.empty(),
                Optional.empty());
    }

    private static KubernetesFault exceeded(String kind, String name, int used) {
        return KubernetesFault.forbidden(
                kind + " \"" + name + "\" is forbidden: exceeded quota: site, requested: count/" + kind
                        + "=1, used: count/" + kind + "=" + used + ", limited: count/" + kind + "=" + used);
    }

    private Instant readyAt() {
        return clock.instant().plusMillis(site.switches().delayMillis());
    }

    private void sweep() {
        Instant now = clock.instant();
        deployments.values().removeIf(deployment -> deployment.isGoneAt(now));
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
