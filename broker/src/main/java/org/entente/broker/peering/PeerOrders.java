package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.exchange.Outbox;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;

/** Orders from partners what runs on their sites, and gives it back. Runs in the caller's transaction. */
@ApplicationScoped
public class PeerOrders {
    private final Outbox outbox;

    PeerOrders(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Orders these instances from the agreement's host. */
    public void place(OrderEntity order, SignedAgreement agreement, List<InstanceEntity> instances) {
        OrderPlaced document = new OrderPlaced(
                order.orderId(),
                agreement.terms().agreement(),
                order.deadline(),
                instances.stream().map(InstanceEntity::ordered).toList());
        outbox.send(agreement.terms().host(), document, List.of(agreement.hash()));
    }

    /** Gives one instance back to the partner that runs it. */
    public void release(InstanceEntity instance) {
        outbox.send(
                instance.place().operator(),
                new ReleaseRequest(instance.order().orderId(), List.of(instance.instanceId())),
                List.of());
        instance.released();
    }
}
