package org.entente.simulator.openstack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.simulator.site.SimulatedSite;

/** One OpenStack site: its shape, its log-ins and its servers, in memory alone. */
final class Cloud {
    static final int SERVERS_MAX = 10_000;

    private final SimulatedSite site;
    private final InstantSource clock;
    private final CloudShape shape;
    private final Tokens tokens;
    private final Map<String, SimulatedServer> servers = new LinkedHashMap<>();
    private int addressesGiven;

    /** Servers, virtual processors and MiB of memory in use. */
    record Used(int servers, int vcpus, int ram) {}

    Cloud(SimulatedSite site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
        this.shape = CloudShape.of(site);
        this.tokens = new Tokens(clock);
    }

    String name() {
        return site.name();
    }

    /** The highest of Nova, as its shape or its switches have it. */
    String microversion() {
        return site.switches().release().orElse(shape.microversion());
    }

    CloudShape shape() {
        return shape;
    }

    Tokens tokens() {
        return tokens;
    }

    Instant now() {
        return clock.instant();
    }

    /** Accepts a server, which then comes up or, if no room is left for it, ends in ERROR. */
    synchronized SimulatedServer create(
            String name, CloudShape.Image image, CloudShape.Flavour flavour, Map<String, String> metadata) {
        sweep();
        if (site.switches().quotaExceeded() || servers.size() >= SERVERS_MAX) {
            throw OpenStackFault.forbidden("Quota exceeded for instances: Requested 1, but already used "
                    + servers.size() + " of " + servers.size() + " instances");
        }
        Instant now = clock.instant();
        SimulatedServer server = new SimulatedServer(
                UUID.randomUUID().toString(),
                name,
                image,
                flavour,
                Map.copyOf(metadata),
                now,
                now.plusMillis(site.switches().delayMillis()),
                nextAddress(),
                hasRoomFor(flavour)
                        ? Optional.empty()
                        : Optional.of("No valid host was found. There are not enough hosts available."),
                Optional.empty());
        servers.put(server.id(), server);
        return server;
    }

    /** All servers whose name holds a match, oldest first. */
    synchronized List<SimulatedServer> servers(Pattern name) {
        sweep();
        return servers.values().stream()
                .filter(server -> name.matcher(server.name()).find())
                .toList();
    }

    synchronized SimulatedServer server(String id) {
        sweep();
        SimulatedServer server = servers.get(id);
        if (server == null) {
            throw OpenStackFault.notFound("Instance " + id + " could not be found.");
        }
        return server;
    }

    synchronized void delete(String id) {
        Instant end = clock.instant().plusMillis(site.switches().delayMillis());
        servers.put(id, server(id).deleted(end));
    }

    private void sweep() {
        Instant now = clock.instant();
        servers.values().removeIf(server -> server.isGoneAt(now));
    }

    /** What the servers that found room hold. */
    synchronized Used used() {
        sweep();
        List<CloudShape.Flavour> placed = servers.values().stream()
                .filter(server -> server.fault().isEmpty())
                .map(SimulatedServer::flavour)
                .toList();
        return new Used(
                placed.size(),
                placed.stream().mapToInt(CloudShape.Flavour::vcpus).sum(),
                placed.stream().mapToInt(CloudShape.Flavour::ram).sum());
    }

    private boolean hasRoomFor(CloudShape.Flavour flavour) {
        Used used = used();
        return used.vcpus() + flavour.vcpus() <= shape.vcpuTotal()
                && used.ram() + flavour.ram() <= shape.memoryMibTotal();
    }

    private String nextAddress() {
        int next = addressesGiven++ % (250 * 250);
        return "10.20." + (next / 250) + "." + (2 + next % 250);
    }
}
