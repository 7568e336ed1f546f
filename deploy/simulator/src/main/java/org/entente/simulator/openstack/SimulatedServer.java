package org.entente.simulator.openstack;

import java.time.Instant;
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
        Optional<Instant> goneAt) {
    /** Nova's status at a time. */
    String statusAt(Instant now) {
        if (now.isBefore(readyAt)) {
            return "BUILD";
        }
        return fault.isPresent() ? "ERROR" : "ACTIVE";
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
        return goneAt.isPresent()
                ? this
                : new SimulatedServer(
                        id, name, image, flavour, metadata, createdAt, readyAt, address, fault, Optional.of(end));
    }
}
