package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.document.StatusNotice.InstanceStatus;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderConfig;
import org.entente.metering.observation.Observations;
import org.jboss.logging.Logger;

/**
 * Brings an instance at a partner in line with what its host says, together with the use that this starts or ends. Runs in
 * the caller's transaction, on what {@link StatusCheck} let through.
 */
@ApplicationScoped
public class HostStatus {
    private static final Logger LOG = Logger.getLogger(HostStatus.class);

    private final Observations observations;
    private final Metered metered;
    private final OrderConfig config;
    private final InstantSource clock;

    HostStatus(Observations observations, Metered metered, OrderConfig config, InstantSource clock) {
        this.observations = observations;
        this.metered = metered;
        this.config = config;
        this.clock = clock;
    }

    void follow(InstanceEntity instance, InstanceStatus told) {
        if (instance.state().isOver()) {
            return;
        }
        instance.accepted(clock.instant());
        told.startedAt().ifPresent(since -> started(instance, since, told.address()));
        switch (told.state()) {
            case STARTING, ENDING, ACTIVE -> instance.noted(saidBy(instance, told));
            case ENDED -> {
                Optional<String> difference = endOfUse(instance, told);
                instance.ended(end(instance, told));
                instance.noted(difference.or(() -> saidBy(instance, told)));
            }
            case FAILED -> {
                Optional<String> difference = endOfUse(instance, told);
                String why = told.reason().orElse("The host gave no reason");
                instance.failed(difference.map(also -> why + "; " + also).orElse(why), end(instance, told), null);
            }
        }
    }

    private void started(InstanceEntity instance, Instant since, Optional<String> address) {
        if (instance.startedAt().isPresent()) {
            return;
        }
        observations.started(metered.instance(instance, since));
        if (instance.state() == InstanceState.ENDING) {
            instance.startedWhileEnding(since);
        } else {
            instance.active(since, address, clock.instant().plus(config.assumeEvery()));
        }
    }

    /** Ends its use, and says so where the host's word came too late for what is recorded already. */
    private Optional<String> endOfUse(InstanceEntity instance, InstanceStatus told) {
        if (told.endedAt().isEmpty()) {
            return Optional.empty();
        }
        Instant stated = told.endedAt().get();
        Instant ended = observations.endedByHost(instance.instanceId(), stated);
        if (ended.equals(stated)) {
            return Optional.empty();
        }
        LOG.warnf(
                "end came too late orderId=%s instance=%s operatorId=%s stated=%s recordedUntil=%s",
                instance.order().orderId(),
                instance.instanceId(),
                instance.place().operator(),
                stated,
                ended);
        return Optional.of(instance.place().operator() + " says that it ended at " + stated
                + ", but its use is recorded here until " + ended + ": the two operators must agree on the difference");
    }

    private Instant end(InstanceEntity instance, InstanceStatus told) {
        return told.endedAt()
                .map(stated -> observations.endedByHost(instance.instanceId(), stated))
                .orElseGet(clock::instant);
    }

    private static Optional<String> saidBy(InstanceEntity instance, InstanceStatus told) {
        return told.reason().map(why -> instance.place().operator() + " says: " + why);
    }
}
