package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the project may hold, service by service. Minus one is no limit, as with which every site begins. */
final class Quotas {
    private final Limits compute = new Limits(Map.of("instances", -1, "cores", -1, "ram", -1, "key_pairs", 100));
    private final Limits volumes = new Limits(Map.of("volumes", -1, "gigabytes", -1, "snapshots", -1));
    private final Limits network = new Limits(Map.of("floatingip", -1, "port", -1, "network", -1));

    Limits compute() {
        return compute;
    }

    Limits volumes() {
        return volumes;
    }

    Limits network() {
        return network;
    }

    /** One service's limits by their names. */
    static final class Limits {
        private final Map<String, Integer> limits;

        private Limits(Map<String, Integer> from) {
            this.limits = new ConcurrentHashMap<>(from);
        }

        int of(String name) {
            return limits.getOrDefault(name, -1);
        }

        /** Changes what is named, all or nothing. */
        void set(JsonNode changes) {
            changes.properties().forEach(change -> {
                if (!limits.containsKey(change.getKey()) || change.getValue().asInt(-2) < -1) {
                    throw OpenStackFault.badRequest("Invalid input for quota " + change.getKey() + ".");
                }
            });
            changes.properties()
                    .forEach(change ->
                            limits.put(change.getKey(), change.getValue().asInt()));
        }

        Map<String, Object> shown() {
            return Map.copyOf(limits);
        }

        /** The same with the project that they are of, as Nova and Cinder show them. */
        Map<String, Object> shown(String project) {
            Map<String, Object> shown = new HashMap<>(limits);
            shown.put("id", project);
            return shown;
        }
    }
}
