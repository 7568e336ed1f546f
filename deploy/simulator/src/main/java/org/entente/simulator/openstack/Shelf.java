package org.entente.simulator.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All resources of one kind at one site, as the JSON that the API shows, oldest first. */
final class Shelf {
    static final int RESOURCES_MAX = 10_000;

    private final Map<String, ObjectNode> resources = new LinkedHashMap<>();

    /** Keeps a resource under a new id, which it is given. */
    synchronized ObjectNode add(ObjectNode resource) {
        if (resources.size() >= RESOURCES_MAX) {
            throw OpenStackFault.conflict("Quota exceeded for resources");
        }
        String id = UUID.randomUUID().toString();
        ObjectNode kept = resource.deepCopy().put("id", id);
        resources.put(id, kept);
        return kept.deepCopy();
    }

    /** Keeps a changed resource in place of the one with its id. */
    synchronized void change(ObjectNode resource) {
        resources.replace(resource.path("id").asText(), resource.deepCopy());
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(resources.get(id)).map(ObjectNode::deepCopy);
    }

    ObjectNode get(String id) {
        return find(id).orElseThrow(() -> OpenStackFault.notFound("Resource " + id + " could not be found."));
    }

    synchronized void remove(String id) {
        if (resources.remove(id) == null) {
            throw OpenStackFault.notFound("Resource " + id + " could not be found.");
        }
    }

    synchronized List<ObjectNode> all() {
        return resources.values().stream().map(ObjectNode::deepCopy).toList();
    }

    /** Those whose members have these values as text. */
    List<ObjectNode> having(Map<String, String> members) {
        return all().stream()
                .filter(resource -> members.entrySet().stream().allMatch(wanted -> has(resource, wanted)))
                .toList();
    }

    private static boolean has(JsonNode resource, Map.Entry<String, String> wanted) {
        return resource.path(wanted.getKey()).asText().equalsIgnoreCase(wanted.getValue());
    }
}
