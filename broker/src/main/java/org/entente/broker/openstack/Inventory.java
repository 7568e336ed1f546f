package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.MarkedResource;

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
        nova.markedServers().stream()
                .flatMap(server -> of(SERVER, server, Mark::inMetadata))
                .forEach(all::add);
        if (neutron.isThere()) {
            for (Neutron.Kind kind : Neutron.Kind.values()) {
                neutron.marked(kind).stream()
                        .flatMap(thing -> of(kind.member(), thing, Mark::inDescription))
                        .forEach(all::add);
            }
        }
        if (cinder.isThere()) {
            cinder.marked().stream()
                    .flatMap(volume -> of(VOLUME, volume, Mark::inMetadata))
                    .forEach(all::add);
        }
        nova.markedKeys().stream()
                .flatMap(key -> of(KEY_PAIR, key, Mark::inName))
                .forEach(all::add);
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

    private static Stream<MarkedResource> of(
            String kind, JsonNode thing, Function<JsonNode, Optional<InstanceId>> mark) {
        String name = thing.path("name").asText();
        return mark.apply(thing).stream()
                .map(instance -> new MarkedResource(
                        kind,
                        thing.path("id").asText(name),
                        name.isEmpty() ? thing.path("floating_ip_address").asText() : name,
                        instance,
                        time(thing.path("created")
                                .asText(thing.path("created_at").asText()))));
    }

    /** Nova and Neutron write the zone, Cinder leaves it out; all mean UTC. */
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
