package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is applied. Kubernetes takes YAML; here only the part of YAML that is JSON is read. */
final class Manifest {
    static final String APPLY = "application/apply-patch+yaml";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private Manifest() {}

    static ObjectNode named(String name) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.putObject("metadata").put("name", name);
        return manifest;
    }

    /** The object, of the kind and with the name that the call is about, and nothing in it that the API server refuses. */
    static ObjectNode checked(String body, ObjectKind kind, String name, @Nullable String fieldManager) {
        if (fieldManager == null || fieldManager.isEmpty()) {
            throw KubernetesFault.badRequest("fieldManager is required for apply patch");
        }
        ObjectNode manifest = read(body);
        if (!manifest.path("kind").asText().equals(kind.word())) {
            throw KubernetesFault.badRequest("the object provided is not of the kind " + kind.word());
        }
        if (!manifest.at("/metadata/name").asText().equals(name)) {
            throw KubernetesFault.badRequest(
                    "the name of the object does not match the name on the URL (" + name + ")");
        }
        if (kind == ObjectKind.NAMESPACE && !LABEL.matcher(name).matches()) {
            throw KubernetesFault.invalid("Namespace \"" + name
                    + "\" is invalid: metadata.name: a lowercase RFC 1123 label must consist of lower case"
                    + " alphanumeric characters or '-'");
        }
        if (kind.runsPods()) {
            checkPods(manifest, kind, name);
        }
        return manifest;
    }

    private static void checkPods(ObjectNode manifest, ObjectKind kind, String name) {
        String invalid = kind.word() + ".apps \"" + name + "\" is invalid: ";
        JsonNode selector = manifest.at("/spec/selector/matchLabels");
        JsonNode labels = manifest.at("/spec/template/metadata/labels");
        boolean selects = selector.isObject()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
        if (!selects) {
            throw KubernetesFault.invalid(
                    invalid + "spec.template.metadata.labels: `selector` does not match template `labels`");
        }
        if (manifest.at("/spec/template/spec/containers/0/image").asText().isBlank()) {
            throw KubernetesFault.invalid(invalid + "spec.template.spec.containers[0].image: Required value");
        }
    }

    private static ObjectNode read(String body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode manifest) {
                return manifest;
            }
            throw KubernetesFault.badRequest("the body is not an object");
        } catch (JsonProcessingException unreadable) {
            throw KubernetesFault.badRequest("the body is not JSON: " + unreadable.getOriginalMessage());
        }
    }
}
