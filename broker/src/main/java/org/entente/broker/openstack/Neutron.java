package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreements.document.OrderedWorkload.Port;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.openstack4j.api.Builders;
import org.openstack4j.api.networking.NetworkingService;
import org.openstack4j.model.network.NetFloatingIP;
import org.openstack4j.model.network.Network;
import org.openstack4j.model.network.SecurityGroup;

/**
 * The calls to Neutron v2 for networks and what an instance needs of them. Each thing has its mark from the moment it is
 * made: tags could only be set by a second call, before which a crash would leave it nameless.
 */
final class Neutron {
    private final OpenStackSession session;
    private final SecurityGroups groups;

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
        this.groups = new SecurityGroups(session);
    }

    boolean isThere() {
        return session.optionalService(ServiceType.NETWORK).isPresent();
    }

    /** The networks that a server can be plugged into: not the provider's way out. */
    List<? extends Network> internalNetworks(Map<String, String> filters) {
        Map<String, String> query = new TreeMap<>(filters);
        query.put("router:external", "false");
        return networks().client().call(client -> client.networking().network().list(query));
    }

    /** The networks that addresses of the internet come from. */
    List<? extends Network> externalNetworks() {
        return networks()
                .client()
                .call(client -> client.networking().network().list(Map.of("router:external", "true")));
    }

    /**
     * The networks to plug into. Where none is named: the project's only own one, else the only shared one; none where
     * there is none, and Nova then makes a server without a network. Which of several is meant cannot be guessed.
     */
    List<String> networkIds(List<String> names) {
        if (names.isEmpty()) {
            List<? extends Network> own =
                    internalNetworks(Map.of("project_id", session.token().projectId()));
            return only(own.isEmpty() ? internalNetworks(Map.of("shared", "true")) : own);
        }
        return names.stream().map(this::networkNamed).toList();
    }

    /** The ids of what of one kind is there for an instance. */
    List<String> idsOf(Kind kind, InstanceId instance) {
        return switch (kind) {
            case FLOATING_ADDRESS ->
                floatingAddresses(instance).stream().map(NetFloatingIP::getId).toList();
            case PORT ->
                ports(instance).stream().map(port -> port.path("id").asText()).toList();
            case SECURITY_GROUP ->
                groups.of(instance).stream().map(SecurityGroup::getId).toList();
        };
    }

    /**
     * Everything of one kind that carries our mark. openstack4j's models lack the description of a port and the time of a
     * group, and its groups and ports come without pages.
     */
    List<JsonNode> marked(Kind kind) {
        if (networks().ask(kind.path() + "?limit=1").isMissing()) {
            return List.of();
        }
        return networks().pages(kind.path(), kind.list()).stream()
                .filter(thing ->
                        Mark.inDescription(thing.path("description").asText()).isPresent())
                .toList();
    }

    String ensureSecurityGroup(InstanceId instance, List<Port> ports) {
        return groups.ensure(instance, ports);
    }

    /** A port of the instance's own on a network. openstack4j can give a port no description, and so no mark. */
    String ensurePort(InstanceId instance, String networkId, List<String> groups) {
        Optional<JsonNode> there = ports(instance).stream()
                .filter(port -> networkId.equals(port.path("network_id").asText()))
                .findFirst();
        return there.orElseGet(() -> makePort(instance, networkId, groups))
                .path("id")
                .asText();
    }

    /** An address of the internet that leads to a port. */
    void ensureFloatingAddress(InstanceId instance, String portId) {
        if (!floatingAddresses(instance).isEmpty()) {
            return;
        }
        String outside = externalNetworks().stream()
                .map(Network::getId)
                .findFirst()
                .orElseThrow(() -> notOffered("The site has no network that public addresses come from."));
        networks()
                .client()
                .call(client -> client.networking()
                        .floatingip()
                        .create(Builders.netFloatingIP()
                                .floatingNetworkId(outside)
                                .portId(portId)
                                .description(Mark.description(instance))
                                .build()));
    }

    /** The answer with which the site refused to delete it, if it did. */
    Optional<Answer> attemptDelete(Kind kind, String id) {
        String encoded = Service.encoded(id);
        return networks().client().attempt(client -> {
            NetworkingService networking = client.networking();
            switch (kind) {
                case FLOATING_ADDRESS -> networking.floatingip().delete(encoded);
                case PORT -> networking.port().delete(encoded);
                case SECURITY_GROUP -> networking.securitygroup().delete(encoded);
            }
        });
    }

    /** None at a site without routers, which knows no floating addresses. */
    private List<? extends NetFloatingIP> floatingAddresses(InstanceId instance) {
        Optional<List<? extends NetFloatingIP>> found = networks()
                .client()
                .find(client -> client.networking().floatingip().list(marked(instance)));
        return found.orElse(List.of()).stream()
                .filter(address -> Mark.inDescription(address.getDescription())
                        .filter(instance::equals)
                        .isPresent())
                .toList();
    }

    private List<JsonNode> ports(InstanceId instance) {
        return networks().list(Kind.PORT.path() + Service.query(marked(instance)), Kind.PORT.list()).stream()
                .filter(port -> Mark.inDescription(port.path("description").asText())
                        .filter(instance::equals)
                        .isPresent())
                .toList();
    }

    private JsonNode makePort(InstanceId instance, String networkId, List<String> groups) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode port = body.putObject("port")
                .put("network_id", networkId)
                .put("name", Mark.name(instance))
                .put("description", Mark.description(instance));
        groups.forEach(port.putArray("security_groups")::add);
        return networks().post(Kind.PORT.path(), body).json().path("port");
    }

    private static Map<String, String> marked(InstanceId instance) {
        return Map.of("description", Mark.description(instance));
    }

    private String networkNamed(String name) {
        return only(internalNetworks(Map.of("name", name))).stream()
                .findFirst()
                .orElseThrow(() -> notOffered("The site has no network '" + name + "'."));
    }

    private static List<String> only(List<? extends Network> networks) {
        if (networks.size() > 1) {
            throw notOffered("The site has more than one network for this project ("
                    + networks.stream().map(Network::getName).collect(Collectors.joining(", "))
                    + "), and which is meant cannot be guessed.");
        }
        return networks.stream().<String>map(Network::getId).toList();
    }

    private Service networks() {
        return session.service(ServiceType.NETWORK);
    }

    private static SiteException notOffered(String sentence) {
        return new SiteException(SiteException.Code.NOT_OFFERED, sentence);
    }
}
