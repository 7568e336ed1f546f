package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.Orders;
import org.entente.broker.peering.Metered;
import org.entente.broker.peering.StatusNotices;
import org.entente.metering.observation.Observations;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores what was seen of an instance on a site of ours: instance, order, use and notice in one transaction, so that
 * nothing runs unmetered and no order lags behind its instances.
 */
@ApplicationScoped
@Transactional
public class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);

    private final Instances instances;
    private final Orders orders;
    private final Observations observations;
    private final Metered metered;
    private final StatusNotices notices;
    private final Times times;

    Progress(
            Instances instances,
            Orders orders,
            Observations observations,
            Metered metered,
            StatusNotices notices,
            Times times) {
        this.instances = instances;
        this.orders = orders;
        this.observations = observations;
        this.metered = metered;
        this.notices = notices;
        this.times = times;
    }

    /** When things happen and are due again. */
    @ApplicationScoped
    static class Times {
        private final InstantSource clock;
        private final OrderConfig config;

        Times(InstantSource clock, OrderConfig config) {
            this.clock = clock;
            this.config = config;
        }

        /** Now, in the whole seconds in which use is counted. */
        Instant second() {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }

        Instant nextStep() {
            return clock.instant().plus(config.stepPause());
        }

        Instant nextTry() {
            return clock.instant().plus(config.retryPause());
        }

        Instant nextLook() {
            return clock.instant().plus(config.observeEvery());
        }
    }

    void started(InstanceId id, Optional<String> address) {
        InstanceEntity instance = locked(id);
        if (instance.state() != InstanceState.STARTING) {
            return;
        }
        Instant since = times.second();
        observations.started(metered.instance(instance, since));
        instance.active(since, address, times.nextLook());
        instance.order()
                .predecessorOf(instance)
                .filter(old -> old.state() == InstanceState.ACTIVE)
                .ifPresent(old -> makesWay(old, instance, since));
        changed(instance);
    }

    void seen(InstanceId id) {
        InstanceEntity instance = locked(id);
        if (instance.state() != InstanceState.ACTIVE) {
            return;
        }
        Instant now = times.second();
        observations.running(id, now);
        if (instance.seen(now, times.nextLook())) {
            tell(instance);
        }
    }

    /** It is gone from the site, as it should. */
    void gone(InstanceId id) {
        InstanceEntity instance = locked(id);
        if (instance.state() == InstanceState.FAILED) {
            instance.cleanedUp();
            return;
        }
        Instant end = instance.endedAt().orElseGet(times::second);
        instance.startedAt().ifPresent(start -> observations.ended(id, end));
        instance.ended(end);
        changed(instance);
    }

    /** No second counts twice: the use of the one ends where the other's begins. */
    private void makesWay(InstanceEntity old, InstanceEntity fresh, Instant since) {
        observations.ended(old.instanceId(), since);
        old.replaced("went back to " + fresh.place().site(), since, times.second());
    }

    /** It failed, or stopped without being asked to: its use counts until it was last seen. */
    void failed(InstanceId id, String reason) {
        InstanceEntity instance = locked(id);
        if (instance.state() != InstanceState.STARTING && instance.state() != InstanceState.ACTIVE) {
            return;
        }
        Optional<InstanceEntity> goingOn =
                instance.order().predecessorOf(instance).filter(old -> old.state() == InstanceState.ACTIVE);
        if (goingOn.isPresent()) {
            goingOn.get().stays("could not go back to " + instance.place().site() + ": " + reason);
            instance.givenUp(reason, times.second());
            changed(instance);
            return;
        }
        Instant until = instance.seenAt().orElseGet(times::second);
        instance.startedAt().ifPresent(start -> observations.ended(id, until));
        instance.failed(reason, until, times.nextStep());
        LOG.warnf("instance failed orderId=%s instance=%s: %s", instance.order().orderId(), id, reason);
        changed(instance);
    }

    /** The site is at work; the next look is soon. */
    void waits(InstanceId id, InstanceState expected) {
        InstanceEntity instance = locked(id);
        if (instance.state() == expected) {
            waits(instance, null, times.nextStep());
        }
    }

    /** The site did not answer as it should; the next look is later, and the reason is shown. */
    void waitsForSite(InstanceId id, InstanceState expected, String reason) {
        InstanceEntity instance = locked(id);
        if (instance.state() == expected) {
            waits(instance, reason, times.nextTry());
        }
    }

    /** The site cannot be reached for now: the next look is when it answers again, or at the latest when told here. */
    void waitsForReturn(InstanceId id, InstanceState expected, String reason) {
        InstanceEntity instance = locked(id);
        if (instance.state() == expected) {
            Instant look = times.nextLook();
            boolean overBefore = expected == InstanceState.STARTING
                    && instance.deadline().isAfter(times.second())
                    && instance.deadline().isBefore(look);
            waitsForReturn(instance, reason, overBefore ? instance.deadline() : look);
        }
    }

    /** Why it failed or was replaced is worth more than why that was not cleaned up yet. */
    private void waitsForReturn(InstanceEntity instance, String reason, Instant look) {
        boolean hasReason = instance.state() == InstanceState.FAILED
                || (instance.state() == InstanceState.ENDING
                        && instance.replacedBy().isPresent());
        if (hasReason) {
            instance.lookedAt(look);
        } else {
            waits(instance, reason, look);
        }
    }

    /** A partner learns of another reason, not of each try that fails for the same one. */
    private void waits(InstanceEntity instance, @Nullable String reason, Instant nextLook) {
        if (instance.waits(reason, nextLook)) {
            tell(instance);
        }
    }

    private void changed(InstanceEntity instance) {
        instance.order().follow();
        tell(instance);
    }

    private void tell(InstanceEntity instance) {
        notices.tell(instance.order(), List.of(instance));
    }

    private InstanceEntity locked(InstanceId id) {
        return orders.locked(instances.orderOf(id), id);
    }
}
