package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.broker.site.MarkedResource;
import org.jspecify.annotations.Nullable;
import org.openstack4j.model.compute.Server;
import org.openstack4j.model.storage.block.Volume;

/** Everything at a site that carries our mark. */
final class Inventory {
    private static final String SERVER = "server";
    private static final String VOLUME = "volume";
    private static final String KEY_PAIR = "keypair";

    private final Nova nova;
    private final Neutron neutron;
    private final Cinder cinder;

    Inventory(OpenStackSession session) {
        this.nova = new Nova(session);
        this.neutron = new Neutron(session);
        this.cinder = new Cinder(session);
    }

    List<MarkedResource> all() {
        List<MarkedResource> all = new ArrayList<>();
        nova.markedServers().stream().flatMap(Inventory::server).forEach(all::add);
        if (neutron.isThere()) {
            for (Neutron.Kind kind : Neutron.Kind.values()) {
                neutron.marked(kind).stream()
                        .flatMap(thing -> ofNetwork(kind, thing))
                        .forEach(all::add);
            }
        }
        if (cinder.isThere()) {
            cinder.marked().stream().flatMap(Inventory::volume).forEach(all::add);
        }
        nova.markedKeys().stream().flatMap(Inventory::keyPair).forEach(all::add);
        return List.copyOf(all);
    }

    /** Removes one thing, if it still carries our mark for the same instance. */
    void discard(MarkedResource resource) {
        if (!all().stream().anyMatch(there -> isSame(there, resource))) {
            return;
        }
        switch (resource.kind()) {
            case SERVER -> nova.delete(resource.id());
            case VOLUME -> MachineParts.gone(cinder.attemptDelete(resource.id()), VOLUME);
            case KEY_PAIR -> nova.deleteKey(resource.id());
            default ->
                network(resource.kind())
                        .ifPresent(
                                kind -> MachineParts.gone(neutron.attemptDelete(kind, resource.id()), kind.member()));
        }
    }

    private static boolean isSame(MarkedResource there, MarkedResource asked) {
        return there.kind().equals(asked.kind())
                && there.id().equals(asked.id())
                && there.instance().equals(asked.instance());
    }

    private static Optional<Neutron.Kind> network(String kind) {
        return Stream.of(Neutron.Kind.values())
                .filter(known -> known.member().equals(kind))
                .findFirst();
    }

    private static Stream<MarkedResource> server(Server server) {
        return Mark.inMetadata(server.getMetadata()).stream()
                .map(instance -> new MarkedResource(
                        SERVER, server.getId(), server.getName(), instance, time(server.getCreated())));
    }

    private static Stream<MarkedResource> volume(Volume volume) {
        return Mark.inMetadata(volume.getMetaData()).stream()
                .map(instance -> new MarkedResource(
                        VOLUME, volume.getId(), volume.getName(), instance, time(volume.getCreated())));
    }

    /** A key pair has nothing but its name. */
    private static Stream<MarkedResource> keyPair(String name) {
        return Mark.inName(name).stream()
                .map(instance -> new MarkedResource(KEY_PAIR, name, name, instance, Optional.empty()));
    }

    private static Stream<MarkedResource> ofNetwork(Neutron.Kind kind, JsonNode thing) {
        String name = thing.path("name").asText();
        return Mark.inDescription(thing.path("description").asText()).stream()
                .map(instance -> new MarkedResource(
                        kind.member(),
                        thing.path("id").asText(),
                        name.isEmpty() ? thing.path("floating_ip_address").asText() : name,
                        instance,
                        time(thing.path("created_at").asText())));
    }

    private static Optional<Instant> time(@Nullable Date told) {
        return Optional.ofNullable(told).map(Date::toInstant);
    }

    /** With a zone or without, UTC is meant. */
    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(text.replaceFirst("Z$", "")).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
