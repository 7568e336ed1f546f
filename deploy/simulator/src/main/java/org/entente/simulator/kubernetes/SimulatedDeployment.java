package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One Deployment. Nothing is scheduled: its status follows from the times.
 *
 * <pre>
 * progressing --readyAt--> ready, or its deadline passed --deleted--> the same, going --goneAt--> (gone)
 * </pre>
 *
 * @param manifest what was applied; never changed in place
 * @param generation counts the changes of the specification
 * @param goneAt when it will be gone, once it was deleted
 */
record SimulatedDeployment(
        ObjectNode manifest,
        String uid,
        long generation,
        long resourceVersion,
        Instant createdAt,
        Instant readyAt,
        Optional<Instant> deletedAt,
        Optional<Instant> goneAt) {
    /** Containers of this tag are never found, so that a group of them never gets ready. */
    private static final String MISSING_TAG = ":missing";

    String namespace() {
        return manifest.at("/metadata/namespace").asText();
    }

    String name() {
        return manifest.at("/metadata/name").asText();
    }

    int replicas() {
        return manifest.at("/spec/replicas").asInt(1);
    }

    String image() {
        return manifest.at("/spec/template/spec/containers/0/image").asText();
    }

    boolean canBePulled() {
        return !image().endsWith(MISSING_TAG);
    }

    /** Whether the controller has come to an end with it, good or bad. */
    boolean isSettledAt(Instant now) {
        return !now.isBefore(readyAt);
    }

    int readyReplicasAt(Instant now) {
        return isSettledAt(now) && canBePulled() ? replicas() : 0;
    }

    boolean isGoneAt(Instant now) {
        return goneAt.isPresent() && !now.isBefore(goneAt.get());
    }

    /** The next state after another apply. Applying the same again changes nothing. */
    SimulatedDeployment applied(ObjectNode again, long version, Instant ready) {
        if (again.equals(manifest)) {
            return this;
        }
        boolean specificationStands = again.path("spec").equals(manifest.path("spec"));
        return new SimulatedDeployment(
                again,
                uid,
                specificationStands ? generation : generation + 1,
                version,
                createdAt,
                specificationStands ? readyAt : ready,
                deletedAt,
                goneAt);
    }

    /** Deleting again does not put the end off. */
    SimulatedDeployment deleted(long version, Instant now, Instant end) {
        return goneAt.isPresent()
                ? this
                : new SimulatedDeployment(
                        manifest, uid, generation, version, createdAt, readyAt, Optional.of(now), Optional.of(end));
    }
}
