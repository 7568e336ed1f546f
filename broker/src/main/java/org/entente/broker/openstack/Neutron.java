package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;

/**
 * The calls to Neutron v2 for networks and what an instance needs of them. Each thing has its mark from the moment it is
 * made: tags could only be set by a second call, before which a crash would leave it nameless.
 */
final class Neutron {
    private final OpenStackSession session;

    /** What Neutron keeps for an instance, in the order in which it can be removed. */
    enum Kind {
        FLOATING_ADDRESS("floatingip"),
        PORT("port"),
        SECURITY_GROUP("security-group");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        String path() {
            return "/v2.0/" + path + "s";
        }

        String member() {
            return path.replace('-', '_');
        }

        String list() {
            return member() + "s";
        }
    }

    Neutron(OpenStackSession session) {
        this.session = session;
    }

    boolean isThere() {
        return session.optionalService(ServiceType.NETWORK).isPresent();
    }

    /** The networks that a server can be plugged into: not the provider's way out. */
    List<JsonNode> internalNetworks(Map<String, String> filters) {
        Map<String, String> query = new TreeMap<>(filters);
        query.put("router:external", "false");
        return networks().list("/v2.0/networks" + Service.query(query), "networks");
    }

    /** The networks that addresses of the internet come from. */
    List<JsonNode> externalNetworks() {
        return networks().list("/v2.0/networks?router%3Aexternal=true", "networks");
    }

    /**
     * The networks to plug into. Where none is named: the project's only own one, else the only shared one; none where
     * there is none, and Nova then makes a server without a network. Which of several is meant cannot be guessed.
     */
    List<String> networkIds(List<String> names) {
        if (names.isEmpty()) {
            List<JsonNode> own =
                    internalNetworks(Map.of("project_id", session.token().projectId()));
            return only(own.isEmpty() ? internalNetworks(Map.of("shared", "true")) : own);
        }
        return names.stream().map(this::networkNamed).toList();
    }

    /** What of one kind is there for an instance. */
    List<JsonNode> of(Kind kind, InstanceId instance) {
        Map<String, String> filters = Map.of("description", Mark.description(instance));
        Answer answer = networks().ask(kind.path() + Service.query(filters));
        // A site without routers knows no floating addresses.
        return answer.isMissing()
                ? List.of()
                : networks().members(answer.json(), kind.list()).stream()
                        .filter(thing -> Mark.inDescription(thing)
                                .filter(instance::equals)
                                .isPresent())
                        .toList();
    }

    /** Everything of one kind that carries our mark. */
    List<JsonNode> marked(Kind kind) {
        if (networks().ask(kind.path() + "?limit=1").isMissing()) {
            return List.of();
        }
        return networks().pages(kind.path(), kind.list()).stream()
                .filter(thing -> Mark.inDescription(thing).isPresent())
                .toList();
    }

    /** A group that lets in the ordered ports and nothing else; it is made whole by the next call where one was cut off. */
    String ensureSecurityGroup(InstanceId instance, List<Port> ports) {
        JsonNode group = ensure(Kind.SECURITY_GROUP, instance, JsonNodeFactory.instance.objectNode());
        List<JsonNode> there = new ArrayList<>();
        group.path("security_group_rules").forEach(there::add);
        for (Port port : ports) {
            if (there.stream().noneMatch(rule -> lets(rule, port))) {
                addRule(group.path("id").asText(), port);
            }
        }
        return group.path("id").asText();
    }

    /** A port of the instance's own on a network. */
    String ensurePort(InstanceId instance, String networkId, List<String> groups) {
        Optional<JsonNode> there = of(Kind.PORT, instance).stream()
                .filter(port -> networkId.equals(port.path("network_id").asText()))
                .findFirst();
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("network_id", networkId);
        groups.forEach(wanted.putArray("security_groups")::add);
        return there.orElseGet(() -> make(Kind.PORT, instance, wanted))
                .path("id")
                .asText();
    }

    /** An address of the internet that leads to a port. */
    void ensureFloatingAddress(InstanceId instance, String portId) {
        if (!of(Kind.FLOATING_ADDRESS, instance).isEmpty()) {
            return;
        }
        String outside = externalNetworks().stream()
                .map(network -> network.path("id").asText())
                .findFirst()
                .orElseThrow(() -> notOffered("The site has no network that public addresses come from."));
        make(
                Kind.FLOATING_ADDRESS,
                instance,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("floating_network_id", outside)
                        .put("port_id", portId));
    }

    Answer attemptDelete(Kind kind, String id) {
        return networks().attemptDelete(kind.path() + "/" + Service.encoded(id));
    }

    private JsonNode ensure(Kind kind, InstanceId instance, ObjectNode wanted) {
        return of(kind, instance).stream().findFirst().orElseGet(() -> make(kind, instance, wanted));
    }

    private JsonNode make(Kind kind, InstanceId instance, ObjectNode wanted) {
        wanted.put("description", Mark.description(instance));
        if (kind != Kind.FLOATING_ADDRESS) {
            wanted.put("name", Mark.name(instance));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(kind.member(), wanted);
        return networks().post(kind.path(), body).json().path(kind.member());
    }

    private void addRule(String groupId, Port port) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("security_group_rule")
                .put("security_group_id", groupId)
                .put("direction", "ingress")
                .put("ethertype", "IPv4")
                .put("protocol", protocol(port))
                .put("port_range_min", port.number())
                .put("port_range_max", port.number());
        Answer answer = networks().post("/v2.0/security-group-rules", body);
        if (!answer.isConflict() || answer.refusal().code() == SiteException.Code.EXHAUSTED) {
            answer.succeeded();
        }
    }

    private static boolean lets(JsonNode rule, Port port) {
        return "ingress".equals(rule.path("direction").asText())
                && protocol(port).equals(rule.path("protocol").asText())
                && rule.path("port_range_min").asInt() == port.number()
                && rule.path("port_range_max").asInt() == port.number();
    }

    private static String protocol(Port port) {
        return switch (port.protocol()) {
            case TCP -> "tcp";
            case UDP -> "udp";
        };
    }

    private String networkNamed(String name) {
        return only(internalNetworks(Map.of("name", name))).stream()
                .findFirst()
                .orElseThrow(() -> notOffered("The site has no network '" + name + "'."));
    }

    private static List<String> only(List<JsonNode> networks) {
        if (networks.size() > 1) {
            throw notOffered("The site has more than one network for this project ("
                    + String.join(
                            ", ",
                            networks.stream()
                                    .map(network -> network.path("name").asText())
                                    .toList())
                    + "), and which is meant cannot be guessed.");
        }
        return networks.stream().map(network -> network.path("id").asText()).toList();
    }

    private Service networks() {
        return session.service(ServiceType.NETWORK);
    }

    private static SiteException notOffered(String sentence) {
        return new SiteException(SiteException.Code.NOT_OFFERED, sentence);
    }
}
