package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One object. Nothing is scheduled: the status of what makes pods follows from the times.
 *
 * <pre>
 * progressing --readyAt--> ready, or its deadline passed --deleted--> the same, going --goneAt--> (gone)
 * </pre>
 *
 * @param manifest what was applied; never changed in place
 * @param generation counts the changes of the specification
 * @param goneAt when it will be gone, once it was deleted
 */
record SimulatedObject(
        ObjectKind kind,
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

    /** Containers of this tag end soon after each start. */
    private static final String CRASHING_TAG = ":crashing";

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

    boolean crashes() {
        return image().endsWith(CRASHING_TAG);
    }

    /** Whether it has all the labels of a selector of {@code NAME=VALUE} and {@code NAME} parts. */
    boolean isSelectedBy(String selector) {
        return isSelected(manifest.at("/metadata/labels"), selector);
    }

    static boolean isSelected(JsonNode labels, String selector) {
        for (String part : selector.split(",", -1)) {
            String[] label = part.split("=", 2);
            JsonNode value = labels.path(label[0].strip());
            boolean fits =
                    label.length == 1 ? !value.isMissingNode() : value.asText().equals(label[1]);
            if (!part.isBlank() && !fits) {
                return false;
            }
        }
        return true;
    }

    /** Whether the controller has come to an end with it, good or bad. */
    boolean isSettledAt(Instant now) {
        return !now.isBefore(readyAt);
    }

    int readyReplicasAt(Instant now) {
        return isSettledAt(now) && canBePulled() && !crashes() ? replicas() : 0;
    }

    boolean isGoneAt(Instant now) {
        return goneAt.isPresent() && !now.isBefore(goneAt.get());
    }

    /** The next state after another apply. Applying the same again changes nothing. */
    SimulatedObject applied(ObjectNode again, long version, Instant ready) {
        if (again.equals(manifest)) {
            return this;
        }
        boolean specificationStands = again.path("spec").equals(manifest.path("spec"));
        return new SimulatedObject(
                kind,
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
    SimulatedObject deleted(long version, Instant now, Instant end) {
        return goneAt.isPresent()
                ? this
                : new SimulatedObject(
                        kind,
                        manifest,
                        uid,
                        generation,
                        version,
                        createdAt,
                        readyAt,
                        Optional.of(now),
                        Optional.of(end));
    }
}
