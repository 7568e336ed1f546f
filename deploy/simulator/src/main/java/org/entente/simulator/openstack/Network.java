package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** What Neutron keeps at one site. Two networks are there: one that everybody may plug into, and one to the internet. */
final class Network {
    private static final String PORTS = "ports";
    private static final String GROUPS = "security-groups";
    private static final String RULES = "security-group-rules";
    private static final String FLOATING = "floatingips";

    private static final List<String> RULE_MEMBERS =
            List.of("security_group_id", "direction", "protocol", "port_range_min", "port_range_max");

    private final CloudShape shape;
    private final Map<String, Shelf> shelves =
            Map.of(PORTS, new Shelf(), GROUPS, new Shelf(), RULES, new Shelf(), FLOATING, new Shelf());
    private final AtomicInteger addresses = new AtomicInteger();

    Network(CloudShape shape) {
        this.shape = shape;
    }

    /** {@code security-groups} holds members called {@code security_group}. */
    static String member(String collection) {
        String member = collection.replace('-', '_');
        return member.endsWith("s") ? member.substring(0, member.length() - 1) : member;
    }

    List<ObjectNode> list(String collection, Map<String, String> filters) {
        if (collection.equals("networks")) {
            return List.of(inside(), outside()).stream()
                    .filter(network -> filters.entrySet().stream()
                            .allMatch(wanted ->
                                    network.path(wanted.getKey()).asText().equalsIgnoreCase(wanted.getValue())))
                    .toList();
        }
        List<ObjectNode> found = shelf(collection).having(filters);
        if (collection.equals(GROUPS)) {
            found.forEach(this::addRules);
        }
        return found;
    }

    ObjectNode make(String collection, ObjectNode asked) {
        return switch (collection) {
            case PORTS -> makePort(asked);
            case GROUPS -> addRules(shelf(GROUPS).add(owned(asked)));
            case RULES -> makeRule(asked);
            case FLOATING -> makeFloating(asked);
            default -> throw OpenStackFault.notFound("The resource could not be found.");
        };
    }

    void delete(String collection, String id) {
        if (collection.equals(GROUPS)) {
            boolean used = shelf(PORTS).all().stream()
                    .flatMap(port ->
                            StreamSupport.stream(port.path("security_groups").spliterator(), false))
                    .anyMatch(group -> group.asText().equals(id));
            if (used) {
                throw OpenStackFault.conflict("Security Group " + id + " in use.");
            }
            shelf(RULES)
                    .having(Map.of("security_group_id", id))
                    .forEach(rule -> shelf(RULES).remove(rule.path("id").asText()));
        }
        shelf(collection).remove(id);
    }

    boolean hasNetwork(String id) {
        return shape.network().id().equals(id);
    }

    boolean hasPort(String id) {
        return shelf(PORTS).find(id).isPresent();
    }

    /** The addresses of the internet that lead to any of these ports. */
    List<String> floatingAddresses(List<String> portIds) {
        return shelf(FLOATING).all().stream()
                .filter(floating -> portIds.contains(floating.path("port_id").asText()))
                .map(floating -> floating.path("floating_ip_address").asText())
                .toList();
    }

    private ObjectNode makePort(ObjectNode asked) {
        if (!hasNetwork(asked.path("network_id").asText())) {
            throw OpenStackFault.notFound("Network " + asked.path("network_id").asText() + " could not be found.");
        }
        asked.path("security_groups").forEach(group -> shelf(GROUPS).get(group.asText()));
        return shelf(PORTS).add(owned(asked).put("status", "DOWN"));
    }

    private ObjectNode makeRule(ObjectNode asked) {
        shelf(GROUPS).get(asked.path("security_group_id").asText());
        boolean there = shelf(RULES).all().stream().anyMatch(rule -> isSame(rule, asked));
        if (there) {
            throw OpenStackFault.conflict("Security group rule already exists.");
        }
        return shelf(RULES).add(owned(asked));
    }

    private static boolean isSame(JsonNode rule, JsonNode asked) {
        return RULE_MEMBERS.stream().allMatch(name -> rule.path(name).equals(asked.path(name)));
    }

    private ObjectNode makeFloating(ObjectNode asked) {
        if (!outside()
                .path("id")
                .asText()
                .equals(asked.path("floating_network_id").asText())) {
            throw OpenStackFault.badRequest("Network is not a valid external network.");
        }
        shelf(PORTS).get(asked.path("port_id").asText());
        int next = addresses.incrementAndGet() % 250;
        return shelf(FLOATING).add(owned(asked).put("floating_ip_address", "203.0.113." + (1 + next)));
    }

    private ObjectNode addRules(ObjectNode group) {
        var rules = group.putArray("security_group_rules");
        shelf(RULES)
                .having(Map.of("security_group_id", group.path("id").asText()))
                .forEach(rules::add);
        return group;
    }

    private ObjectNode owned(ObjectNode asked) {
        return asked.deepCopy().put("project_id", shape.projectId());
    }

    private ObjectNode inside() {
        return network(shape.network().id(), shape.network().name(), true, false);
    }

    private ObjectNode outside() {
        return network("out-" + shape.network().id(), "internet", false, true);
    }

    private ObjectNode network(String id, String name, boolean shared, boolean external) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", name)
                .put("project_id", shape.network().ownerId())
                .put("status", "ACTIVE")
                .put("shared", shared)
                .put("admin_state_up", true)
                .put("router:external", external);
    }

    private Shelf shelf(String collection) {
        Shelf shelf = shelves.get(collection);
        if (shelf == null) {
            throw OpenStackFault.notFound("The resource could not be found.");
        }
        return shelf;
    }
}
