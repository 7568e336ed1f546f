package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Place;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.PlannedInstance;
import org.entente.broker.order.StartTimes;
import org.entente.broker.site.Workload;
import org.entente.metering.observation.Observations;

/**
 * Puts another instance in the place of one, in the caller's transaction, with the order's row locked. The use of the one
 * ends before the other's begins, so that no second counts twice.
 */
@ApplicationScoped
class Replacement {
    private final Instances instances;
    private final Observations observations;
    private final OperatorConfig self;
    private final OrderConfig config;
    private final InstantSource clock;

    Replacement(
            Instances instances,
            Observations observations,
            OperatorConfig self,
            OrderConfig config,
            InstantSource clock) {
        this.instances = instances;
        this.observations = observations;
        this.self = self;
        this.config = config;
        this.clock = clock;
    }

    /** The old one is over: its use counts until it was last seen, and its site is to be rid of it. */
    void atOnce(InstanceEntity old, Place place, Workload workload, String why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = old.seenAt().orElse(now);
        old.startedAt().ifPresent(start -> observations.ended(old.instanceId(), until));
        onceItRuns(old, place, workload);
        old.replaced(why, until, now);
        old.order().follow();
    }

    /** The old one goes on until the other runs. */
    void onceItRuns(InstanceEntity old, Place place, Workload workload) {
        Instant now = clock.instant();
        PlannedInstance planned = new PlannedInstance(
                new InstanceId(UUID.randomUUID().toString()),
                old.name(),
                place,
                old.technology(),
                Optional.empty(),
                workload);
        InstanceEntity fresh = old.order()
                .instead(old, planned, self.operator(), new StartTimes(now, now.plus(config.deadlineAfter())));
        instances.persist(fresh);
    }
}
