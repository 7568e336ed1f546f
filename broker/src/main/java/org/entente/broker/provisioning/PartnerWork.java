package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.Orders;
import org.entente.broker.peering.PeerOrders;
import org.entente.metering.observation.Observations;

/**
 * Does what is due for an instance at a partner, without a call to it: a release is put into the outbox, and one that runs
 * is taken to run on as long as its host has said nothing else.
 */
@ApplicationScoped
public class PartnerWork {
    private final Orders orders;
    private final Instances instances;
    private final PeerOrders peerOrders;
    private final Observations observations;
    private final OrderConfig config;
    private final InstantSource clock;

    PartnerWork(
            Orders orders,
            Instances instances,
            PeerOrders peerOrders,
            Observations observations,
            OrderConfig config,
            InstantSource clock) {
        this.orders = orders;
        this.instances = instances;
        this.peerOrders = peerOrders;
        this.observations = observations;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void perform(InstanceId id) {
        InstanceEntity instance = orders.locked(instances.orderOf(id), id);
        switch (instance.state()) {
            case ENDING -> peerOrders.release(instance);
            case ACTIVE -> assumeRunning(instance);
            case PLANNED, STARTING, ENDED, FAILED -> instance.settled();
        }
    }

    /** Not while the host itself says that something is wrong: then its own records decide. */
    private void assumeRunning(InstanceEntity instance) {
        Instant now = clock.instant();
        if (instance.reason().isEmpty()) {
            observations.running(instance.instanceId(), now.truncatedTo(ChronoUnit.SECONDS));
        }
        instance.lookedAt(now.plus(config.assumeEvery()));
    }
}
