package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;

/** The calls to Nova for servers, their flavours and key pairs. */
final class Nova {
    private static final int SERVERS_MAX = 10;

    private final OpenStackSession session;

    Nova(OpenStackSession session) {
        this.session = session;
    }

    /** The servers of an instance, lowest id first, so that every call sees the same. */
    List<JsonNode> serversOf(InstanceId instance) {
        // Nova takes the name for a regular expression; an instance's id needs no quoting in one.
        String query =
                Service.query(Map.of("name", "^" + Mark.name(instance) + "$", "limit", String.valueOf(SERVERS_MAX)));
        return servers().list("/servers/detail" + query, "servers").stream()
                .filter(server ->
                        Mark.inMetadata(server).filter(instance::equals).isPresent())
                .sorted((one, other) ->
                        one.path("id").asText().compareTo(other.path("id").asText()))
                .toList();
    }

    JsonNode onlyServerOf(InstanceId instance) {
        return serversOf(instance).stream()
                .findFirst()
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED, "The site has no server of the instance " + instance + "."));
    }

    List<JsonNode> markedServers() {
        return servers().pages("/servers/detail", "servers").stream()
                .filter(server -> Mark.inMetadata(server).isPresent())
                .toList();
    }

    void create(ObjectNode server) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("server", server);
        servers().post("/servers", body).json();
    }

    void delete(String serverId) {
        servers().delete("/servers/" + Service.encoded(serverId));
    }

    /** Asks for an action on a server. One that the server's state does not allow now may be asked for again. */
    void act(JsonNode server, String action, JsonNode arguments) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(action, arguments);
        Answer answer = servers().post("/servers/" + server.path("id").asText() + "/action", body);
        if (answer.isConflict()) {
            throw new SiteException(
                    SiteException.Code.UNREACHABLE,
                    "The site is at work on the server: " + answer.refusal().getMessage());
        }
        answer.succeeded();
    }

    /** All flavours that are open, with their extra specifications where the site tells them. */
    List<JsonNode> flavours() {
        Service compute = session.service(ServiceType.COMPUTE).at(Feature.FLAVOURS_WITH_SPECIFICATIONS);
        return compute.pages("/flavors/detail", "flavors").stream()
                .filter(flavour -> !flavour.path("OS-FLV-DISABLED:disabled").asBoolean())
                .toList();
    }

    String flavourId(String name) {
        return flavours().stream()
                .filter(flavour -> name.equals(flavour.path("name").asText()))
                .map(flavour -> flavour.path("id").asText())
                .findFirst()
                .orElseThrow(() ->
                        new SiteException(SiteException.Code.NOT_OFFERED, "The site has no flavour '" + name + "'."));
    }

    /** Keeps a public key under the instance's name; one that is there already is the same. */
    void ensureKey(String name, String publicKey) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("keypair").put("name", name).put("public_key", publicKey);
        Answer answer = servers().post("/os-keypairs", body);
        if (!answer.isConflict()) {
            answer.succeeded();
        }
    }

    /** The names of the user's key pairs that carry our mark. */
    List<JsonNode> markedKeys() {
        return servers().list("/os-keypairs", "keypairs").stream()
                .map(entry -> entry.path("keypair"))
                .filter(key -> Mark.inName(key).isPresent())
                .toList();
    }

    void deleteKey(String name) {
        servers().delete("/os-keypairs/" + Service.encoded(name));
    }

    Optional<String> taskOf(JsonNode server) {
        return Optional.of(server.path("OS-EXT-STS:task_state").asText(""))
                .filter(task -> !task.isEmpty() && !task.equals("null"));
    }

    Service servers() {
        return session.service(ServiceType.COMPUTE).at(Feature.SERVERS);
    }
}
