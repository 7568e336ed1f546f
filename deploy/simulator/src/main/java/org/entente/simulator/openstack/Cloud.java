package org.entente.simulator.openstack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.simulator.site.SimulatedSite;

/** One OpenStack site: its shape, its log-ins and its servers, in memory alone. */
final class Cloud {
    static final int SERVERS_MAX = 10_000;

    private final SimulatedSite site;
    private final InstantSource clock;
    private final CloudShape shape;
    private final Tokens tokens;
    private final Network network;
    private final Images images;
    private final Shelf volumes = new Shelf();
    private final List<CloudShape.Flavour> moreFlavours = new CopyOnWriteArrayList<>();
    private final Quotas quotas = new Quotas();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, SimulatedServer> servers = new LinkedHashMap<>();
    private int addressesGiven;

    /** Servers, virtual processors and MiB of memory in use. */
    record Used(int servers, int vcpus, int ram) {}

    Cloud(SimulatedSite site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
        this.shape = CloudShape.of(site);
        this.tokens = new Tokens(clock);
        this.network = new Network(shape);
        this.images = new Images(shape);
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

    /** Those that it came with, and those that were made since. */
    List<CloudShape.Flavour> flavours() {
        return Stream.concat(shape.flavours().stream(), moreFlavours.stream()).toList();
    }

    Optional<CloudShape.Flavour> flavour(String id) {
        return flavours().stream().filter(flavour -> flavour.id().equals(id)).findFirst();
    }

    void addFlavour(CloudShape.Flavour flavour) {
        if (flavours().stream().anyMatch(there -> there.name().equals(flavour.name()))) {
            throw OpenStackFault.conflict("Flavor with name " + flavour.name() + " already exists.");
        }
        moreFlavours.add(flavour);
    }

    Quotas quotas() {
        return quotas;
    }

    Network network() {
        return network;
    }

    Images images() {
        return images;
    }

    Shelf volumes() {
        return volumes;
    }

    /** Public keys by their names. */
    Map<String, String> keys() {
        return keys;
    }

    long delayMillis() {
        return site.switches().delayMillis();
    }

    Instant now() {
        return clock.instant();
    }

    /** Accepts a server, which then comes up or, if no room is left for it, ends in ERROR. */
    synchronized SimulatedServer create(
            String name, CloudShape.Image image, CloudShape.Flavour flavour, Map<String, String> metadata) {
        return create(name, image, flavour, metadata, List.of());
    }

    /** The same, plugged into these ports. */
    synchronized SimulatedServer create(
            String name,
            CloudShape.Image image,
            CloudShape.Flavour flavour,
            Map<String, String> metadata,
            List<String> portIds) {
        sweep();
        if (site.switches().quotaExceeded() || servers.size() >= SERVERS_MAX) {
            throw OpenStackFault.forbidden("Quota exceeded for instances: Requested 1, but already used "
                    + servers.size() + " of " + servers.size() + " instances");
        }
        Instant now = clock.instant();
        OptionalInt host = hostFor(flavour);
        SimulatedServer server = new SimulatedServer(
                UUID.randomUUID().toString(),
                name,
                image,
                flavour,
                Map.copyOf(metadata),
                now,
                now.plusMillis(site.switches().delayMillis()),
                nextAddress(),
                host.isPresent()
                        ? Optional.empty()
                        : Optional.of("No valid host was found. There are not enough hosts available."),
                new SimulatedServer.Place(host.orElse(0), List.copyOf(portIds)),
                SimulatedServer.Power.ON,
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

    synchronized void turn(String id, SimulatedServer.Power power) {
        servers.put(id, server(id).turned(power));
    }

    /** Gives a server another size, if its host has room for it. */
    synchronized void resize(String id, CloudShape.Flavour flavour) {
        SimulatedServer server = server(id);
        Used used = usedOn(server.place().host());
        if (used.vcpus() - server.flavour().vcpus() + flavour.vcpus() > shape.vcpuPerHost()
                || used.ram() - server.flavour().ram() + flavour.ram() > shape.memoryGibPerHost() * 1024) {
            throw OpenStackFault.badRequest("No valid host found for resize");
        }
        servers.put(id, server.resized(flavour));
    }

    synchronized boolean hasServer(String id) {
        sweep();
        return servers.containsKey(id);
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
        return used(server -> true);
    }

    /** What the servers on one host hold. */
    synchronized Used usedOn(int host) {
        sweep();
        return used(server -> server.place().host() == host);
    }

    private Used used(Predicate<SimulatedServer> which) {
        List<CloudShape.Flavour> placed = servers.values().stream()
                .filter(server -> server.fault().isEmpty())
                .filter(which)
                .map(SimulatedServer::flavour)
                .toList();
        return new Used(
                placed.size(),
                placed.stream().mapToInt(CloudShape.Flavour::vcpus).sum(),
                placed.stream().mapToInt(CloudShape.Flavour::ram).sum());
    }

    /** The first host that has room. */
    private OptionalInt hostFor(CloudShape.Flavour flavour) {
        return IntStream.range(0, shape.hosts())
                .filter(host -> {
                    Used used = usedOn(host);
                    return used.vcpus() + flavour.vcpus() <= shape.vcpuPerHost()
                            && used.ram() + flavour.ram() <= shape.memoryGibPerHost() * 1024;
                })
                .findFirst();
    }

    private String nextAddress() {
        int next = addressesGiven++ % (250 * 250);
        return "10.20." + (next / 250) + "." + (2 + next % 250);
    }
}
