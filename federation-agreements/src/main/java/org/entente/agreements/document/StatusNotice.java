package org.entente.agreements.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;

/** How the instances of one order stand at the host. Each notice tells all that changed; the latest one counts. */
public record StatusNotice(OrderId order, List<InstanceStatus> instances) implements DocumentBody {
    public StatusNotice {
        instances = List.copyOf(instances);
    }

    /** What the home operator is told of an instance. */
    public enum State {
        STARTING,
        ACTIVE,
        ENDING,
        ENDED,
        FAILED
    }

    /**
     * One instance.
     *
     * @param startedAt when use began to count, once it did; whole seconds
     * @param endedAt when use stopped to count, once it did; whole seconds
     * @param address where it can be reached, once known
     * @param reason why it failed or waits, in a sentence
     */
    public record InstanceStatus(
            InstanceId instance,
            State state,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            Optional<String> address,
            Optional<String> reason) {}
}
