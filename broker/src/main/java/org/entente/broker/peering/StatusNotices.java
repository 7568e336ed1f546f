package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.document.StatusNotice.InstanceStatus;
import org.entente.agreements.document.StatusNotice.State;
import org.entente.agreements.exchange.Outbox;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;

/** Tells a partner how its order stands. Runs in the transaction of the change that it tells. */
@ApplicationScoped
public class StatusNotices {
    private final Outbox outbox;

    StatusNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends how the instances that changed stand now. Does nothing for an order of a tenant of ours. */
    public void tell(OrderEntity order, List<InstanceEntity> changed) {
        switch (order.customer()) {
            case Customer.OwnTenant own -> {}
            case Customer.PartnerOperator partner ->
                outbox.send(
                        partner.operator(),
                        new StatusNotice(
                                order.orderId(),
                                changed.stream().map(StatusNotices::status).toList()),
                        List.of());
        }
    }

    private static InstanceStatus status(InstanceEntity instance) {
        return new InstanceStatus(
                instance.instanceId(),
                state(instance),
                instance.startedAt(),
                instance.endedAt(),
                instance.address(),
                instance.reason());
    }

    private static State state(InstanceEntity instance) {
        return switch (instance.state()) {
            case PLANNED, STARTING -> State.STARTING;
            case ACTIVE -> State.ACTIVE;
            case ENDING -> State.ENDING;
            case ENDED -> State.ENDED;
            case FAILED -> State.FAILED;
        };
    }
}
