package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.SiteException;
import org.openstack4j.api.compute.ServerService;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.compute.Keypair;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.compute.ServerCreate;

/** The calls to Nova for servers, their flavours and key pairs. */
final class Nova {
    private static final int SERVERS_MAX = 10;

    private final OpenStackSession session;

    Nova(OpenStackSession session) {
        this.session = session;
    }

    /** The servers of an instance, lowest id first, so that every call sees the same. */
    List<? extends Server> serversOf(InstanceId instance) {
        // Nova takes the name for a regular expression; an instance's id needs no quoting in one.
        Map<String, String> filters =
                Map.of("name", "^" + Mark.name(instance) + "$", "limit", String.valueOf(SERVERS_MAX));
        return servers().call(client -> client.compute().servers().list(filters)).stream()
                .filter(server -> Mark.inMetadata(server.getMetadata())
                        .filter(instance::equals)
                        .isPresent())
                .sorted(Comparator.comparing(Server::getId))
                .toList();
    }

    Server onlyServerOf(InstanceId instance) {
        return serversOf(instance).stream()
                .findFirst()
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED, "The site has no server of the instance " + instance + "."));
    }

    List<Server> markedServers() {
        return servers()
                .<Server>pages((client, page) -> client.compute().servers().list(page), Server::getId)
                .stream()
                .filter(server -> Mark.inMetadata(server.getMetadata()).isPresent())
                .toList();
    }

    void create(ServerCreate server) {
        servers().call(client -> client.compute().servers().boot(server));
    }

    /** Ending what is not there is no error. */
    void delete(String serverId) {
        gone(servers().attempt(client -> client.compute().servers().delete(Service.encoded(serverId))));
    }

    /** Asks for an action on a server. One that the server's state does not allow now may be asked for again. */
    void act(Consumer<ServerService> action) {
        attempt(action).ifPresent(refusal -> {
            if (refusal.isConflict()) {
                throw new SiteException(
                        SiteException.Code.UNREACHABLE,
                        "The site is at work on the server: "
                                + refusal.refusal().getMessage());
            }
            throw refusal.refusal();
        });
    }

    /** Confirms a new size. While an earlier confirmation is at work, Nova says that there is none to confirm, or not now. */
    void confirmResize(Server server) {
        attempt(servers -> servers.confirmResize(server.getId()))
                .filter(refusal -> refusal.status() != 400 && !refusal.isConflict())
                .ifPresent(Nova::raise);
    }

    private Optional<Answer> attempt(Consumer<ServerService> action) {
        return servers().attempt(client -> action.accept(client.compute().servers()));
    }

    /** All flavours that are open, with their extra specifications, which openstack4j's model of a flavour lacks. */
    List<JsonNode> flavours() {
        Service compute = session.service(ServiceType.COMPUTE).at(Feature.FLAVOURS_WITH_SPECIFICATIONS);
        return compute.pages("/flavors/detail", "flavors").stream()
                .filter(flavour -> !flavour.path("OS-FLV-DISABLED:disabled").asBoolean())
                .toList();
    }

    String flavourId(String name) {
        return servers()
                .<Flavor>pages((client, page) -> client.compute().flavors().list(page), Flavor::getId)
                .stream()
                .filter(flavour -> !Boolean.TRUE.equals(flavour.isDisabled()) && name.equals(flavour.getName()))
                .map(Flavor::getId)
                .findFirst()
                .orElseThrow(() ->
                        new SiteException(SiteException.Code.NOT_OFFERED, "The site has no flavour '" + name + "'."));
    }

    /** Keeps a public key under the instance's name; one that is there already is the same. */
    void ensureKey(String name, String publicKey) {
        servers()
                .attempt(client -> client.compute().keypairs().create(name, publicKey))
                .filter(refusal -> !refusal.isConflict())
                .ifPresent(Nova::raise);
    }

    /** The names of the user's key pairs that carry our mark. */
    List<String> markedKeys() {
        return servers().call(client -> client.compute().keypairs().list()).stream()
                .map(Keypair::getName)
                .filter(name -> Mark.inName(name).isPresent())
                .toList();
    }

    void deleteKey(String name) {
        gone(servers().attempt(client -> client.compute().keypairs().delete(Service.encoded(name))));
    }

    Optional<String> taskOf(Server server) {
        return Optional.ofNullable(server.getTaskState()).filter(task -> !task.isEmpty() && !task.equals("null"));
    }

    /** What is known of the project's quota, where openstack4j reads a limit that is missing as zero. */
    JsonNode limits() {
        return compute().get("/limits").at("/limits/absolute");
    }

    private Client servers() {
        return compute().client();
    }

    private Service compute() {
        return session.service(ServiceType.COMPUTE).at(Feature.SERVERS);
    }

    private static void gone(Optional<Answer> refusal) {
        refusal.filter(answer -> !answer.isMissing()).ifPresent(Nova::raise);
    }

    private static void raise(Answer refusal) {
        throw refusal.refusal();
    }
}
