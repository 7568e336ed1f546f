package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.StatusNotice.InstanceStatus;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.exchange.ExchangeConfig;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;
import org.entente.metering.observation.Observations;

/** A partner tells how our instances at its sites stand. What it says is stored together with the use it starts or ends. */
@ApplicationScoped
public class StatusNoticeHandler implements DocumentHandler<StatusNotice> {
    private final Orders orders;
    private final Observations observations;
    private final Metered metered;
    private final InstantSource clock;
    private final Duration skewMax;

    StatusNoticeHandler(
            Orders orders, Observations observations, Metered metered, InstantSource clock, ExchangeConfig config) {
        this.orders = orders;
        this.observations = observations;
        this.metered = metered;
        this.clock = clock;
        this.skewMax = config.clockSkewMax();
    }

    @Override
    public Class<StatusNotice> accepts() {
        return StatusNotice.class;
    }

    @Override
    public Answer handle(VerifiedDocument<StatusNotice> received) {
        OperatorId host = received.document().issuer();
        Optional<OrderEntity> order = orders.lock(received.body().order());
        if (order.isEmpty()) {
            return Answer.refused(
                    "ORDER_UNKNOWN", "We have no order " + received.body().order());
        }
        for (InstanceStatus status : received.body().instances()) {
            Optional<InstanceEntity> instance = order.get().instances().stream()
                    .filter(one -> one.instanceId().equals(status.instance())
                            && one.isOnPeer()
                            && one.place().operator().equals(host))
                    .findFirst();
            if (instance.isEmpty()) {
                return Answer.refused("INSTANCE_UNKNOWN", status.instance() + " of this order is not at " + host);
            }
            if (!timesAreSound(status)) {
                return Answer.refused("STATUS_TIMES_WRONG", "The times of " + status.instance() + " cannot be right");
            }
        }
        received.body()
                .instances()
                .forEach(status -> order.get().instances().stream()
                        .filter(one -> one.instanceId().equals(status.instance()))
                        .forEach(one -> follow(one, status)));
        order.get().follow();
        return Answer.acknowledged();
    }

    private boolean timesAreSound(InstanceStatus status) {
        Instant latest = clock.instant().plus(skewMax);
        Instant started = status.startedAt().orElse(Instant.EPOCH);
        Instant ended = status.endedAt().orElse(started);
        boolean startKnown = status.startedAt().isPresent()
                || (status.state() != StatusNotice.State.ACTIVE
                        && status.endedAt().isEmpty());
        return startKnown && !started.isAfter(latest) && !ended.isAfter(latest) && !ended.isBefore(started);
    }

    private void follow(InstanceEntity instance, InstanceStatus status) {
        if (instance.state().isOver()) {
            return;
        }
        status.startedAt().ifPresent(since -> started(instance, since, status.address()));
        switch (status.state()) {
            case STARTING, ENDING, ACTIVE -> {}
            case ENDED -> {
                status.endedAt().ifPresent(at -> observations.ended(instance.instanceId(), at));
                instance.ended(status.endedAt().orElseGet(clock::instant));
            }
            case FAILED -> {
                status.endedAt().ifPresent(at -> observations.ended(instance.instanceId(), at));
                instance.failed(
                        status.reason().orElse("The host gave no reason"),
                        status.endedAt().orElseGet(clock::instant),
                        null);
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
            instance.active(since, address, null);
        }
    }
}
