package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.simulator.site.SimulatedSite;
import org.jspecify.annotations.Nullable;

/** One Kubernetes site: its shape, and what was applied, in memory alone. */
final class Cluster {
    private static final int OBJECTS_MAX = 100_000;
    private static final int NAMESPACES_MAX = 10_000;

    private final SimulatedSite site;
    private final InstantSource clock;
    private final ClusterShape shape;
    private final Map<Key, SimulatedObject> objects = new TreeMap<>();
    private long version = 1;

    private record Key(ObjectKind kind, String namespace, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            int byNamespace = byKind == 0 ? namespace.compareTo(other.namespace) : byKind;
            return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
        }
    }

    /** What an apply left, and whether it was there before. */
    record Applied(SimulatedObject object, boolean created) {}

    Cluster(SimulatedSite site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
        this.shape = ClusterShape.of(site);
        for (String name : List.of("default", "kube-system")) {
            apply(ObjectKind.NAMESPACE, "", name, Manifest.named(name));
        }
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

    /** Makes an object as it is told, or brings the one there in line. */
    synchronized Applied apply(ObjectKind kind, String namespace, String name, ObjectNode manifest) {
        sweep();
        SimulatedObject present = objects.get(new Key(kind, namespace, name));
        if (present == null) {
            checkNamespace(kind, namespace, name);
        }
        SimulatedObject next =
                present == null ? fresh(kind, name, manifest) : present.applied(manifest, ++version, readyAt());
        objects.put(new Key(kind, namespace, name), next);
        if (kind == ObjectKind.STATEFUL_SET) {
            claims(next)
                    .forEach(claim -> objects.putIfAbsent(
                            new Key(
                                    ObjectKind.CLAIM,
                                    namespace,
                                    claim.at("/metadata/name").asText()),
                            fresh(ObjectKind.CLAIM, claim.at("/metadata/name").asText(), claim)));
        }
        return new Applied(next, present == null);
    }

    synchronized SimulatedObject object(ObjectKind kind, String namespace, String name) {
        sweep();
        @Nullable SimulatedObject object = objects.get(new Key(kind, namespace, name));
        if (object == null) {
            throw KubernetesFault.notFound(kind.resource(), name);
        }
        return object;
    }

    /** What makes pods goes when they are gone, and a namespace takes all that is in it along; all else goes at once. */
    synchronized SimulatedObject delete(ObjectKind kind, String namespace, String name) {
        Instant end = kind.runsPods() || kind == ObjectKind.NAMESPACE ? readyAt() : clock.instant();
        SimulatedObject going = object(kind, namespace, name).deleted(++version, clock.instant(), end);
        objects.put(new Key(kind, namespace, name), going);
        return going;
    }

    /** All objects of a kind, in the order of namespace and name. */
    synchronized List<SimulatedObject> objects(ObjectKind kind) {
        sweep();
        return objects.values().stream().filter(object -> object.kind() == kind).toList();
    }

    private void checkNamespace(ObjectKind kind, String namespace, String name) {
        if (kind == ObjectKind.NAMESPACE) {
            if (objects(ObjectKind.NAMESPACE).size() >= NAMESPACES_MAX) {
                throw exceeded(kind.resource(), name, NAMESPACES_MAX);
            }
        } else if (object(ObjectKind.NAMESPACE, "", namespace).goneAt().isPresent()) {
            throw KubernetesFault.forbidden(kind.resource() + " \"" + name
                    + "\" is forbidden: unable to create new content in namespace " + namespace
                    + " because it is being terminated");
        }
    }

    private SimulatedObject fresh(ObjectKind kind, String name, ObjectNode manifest) {
        if (objects.size() >= OBJECTS_MAX || (kind.runsPods() && site.switches().quotaExceeded())) {
            throw exceeded(kind.resource(), name, objects.size());
        }
        return new SimulatedObject(
                kind,
                manifest,
                UUID.randomUUID().toString(),
                1,
                ++version,
                clock.instant(),
                readyAt(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the controller makes of a StatefulSet's templates. */
    private static List<ObjectNode> claims(SimulatedObject set) {
        List<ObjectNode> claims = new ArrayList<>();
        for (JsonNode template : set.manifest().at("/spec/volumeClaimTemplates")) {
            for (int number = 0; number < set.replicas(); number++) {
                ObjectNode claim = template.deepCopy();
                claim.withObject("/metadata")
                        .put("namespace", set.namespace())
                        .put("name", template.at("/metadata/name").asText() + "-" + set.name() + "-" + number);
                claims.add(claim);
            }
        }
        return claims;
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
        Set<String> gone = objects.values().stream()
                .filter(object -> object.kind() == ObjectKind.NAMESPACE && object.isGoneAt(now))
                .map(SimulatedObject::name)
                .collect(Collectors.toSet());
        objects.entrySet()
                .removeIf(entry -> entry.getValue().isGoneAt(now)
                        || gone.contains(entry.getKey().namespace()));
    }
}
