package org.entente.simulator.openstack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Nova server. Nothing is scheduled: what state it is in follows from the times.
 *
 * <pre>
 * BUILD --readyAt--> ACTIVE or ERROR --deleted--> the same, deleting --goneAt--> (gone)
 * </pre>
 *
 * @param address the address it has once it is active
 * @param fault why it will end in ERROR
 * @param goneAt when it will be gone, once it was deleted
 */
record SimulatedServer(
        String id,
        String name,
        CloudShape.Image image,
        CloudShape.Flavour flavour,
        Map<String, String> metadata,
        Instant createdAt,
        Instant readyAt,
        String address,
        Optional<String> fault,
        Place place,
        Power power,
        Optional<Instant> goneAt) {
    /**
     * Where it stands.
     *
     * @param host the number of its host
     * @param portIds the ports that it was given, none where the site made its own
     */
    record Place(int host, List<String> portIds) {}

    /** Whether it runs. */
    enum Power {
        ON,
        OFF,
        /** It has its new size, which has yet to be confirmed. */
        RESIZED
    }

    /** Nova's status at a time. */
    String statusAt(Instant now) {
        if (now.isBefore(readyAt)) {
            return "BUILD";
        }
        if (fault.isPresent()) {
            return "ERROR";
        }
        return switch (power) {
            case ON -> "ACTIVE";
            case OFF -> "SHUTOFF";
            case RESIZED -> "VERIFY_RESIZE";
        };
    }

    /** Nova's task at a time, if there is one. */
    Optional<String> taskAt(Instant now) {
        if (goneAt.isPresent()) {
            return Optional.of("deleting");
        }
        return now.isBefore(readyAt) ? Optional.of("spawning") : Optional.empty();
    }

    boolean isGoneAt(Instant now) {
        return goneAt.isPresent() && !now.isBefore(goneAt.get());
    }

    /** Deleting again does not put the end off. */
    SimulatedServer deleted(Instant end) {
        return goneAt.isPresent() ? this : changed(flavour, power, Optional.of(end));
    }

    SimulatedServer turned(Power to) {
        return changed(flavour, to, goneAt);
    }

    SimulatedServer resized(CloudShape.Flavour to) {
        return changed(to, Power.RESIZED, goneAt);
    }

    private SimulatedServer changed(CloudShape.Flavour size, Power to, Optional<Instant> end) {
        return new SimulatedServer(id, name, image, size, metadata, createdAt, readyAt, address, fault, place, to, end);
    }
}
