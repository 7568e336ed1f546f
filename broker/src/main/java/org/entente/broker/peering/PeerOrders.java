package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.TenantPseudonyms;

/** Orders from partners what runs on their sites, and gives it back. Runs in the caller's transaction. */
@ApplicationScoped
public class PeerOrders {
    private final Outbox outbox;
    private final TenantPseudonyms pseudonyms;

    PeerOrders(Outbox outbox, TenantPseudonyms pseudonyms) {
        this.outbox = outbox;
        this.pseudonyms = pseudonyms;
    }

    /** Orders these instances from the agreement's host. */
    public void place(OrderEntity order, SignedAgreement agreement, List<InstanceEntity> instances) {
        OrderPlaced document = new OrderPlaced(
                order.orderId(),
                agreement.terms().agreement(),
                order.deadline(),
                instances.stream().map(InstanceEntity::ordered).toList(),
                tenant(order, agreement));
        outbox.send(agreement.terms().host(), document, List.of(agreement.hash()));
    }

    /** Named only where the agreement limits what one tenant may hold: a host learns no more than it needs. */
    private Optional<TenantPseudonym> tenant(OrderEntity order, SignedAgreement agreement) {
        boolean limited = agreement.terms().quota().perTenant().isPresent();
        return limited && order.customer() instanceof Customer.OwnTenant(TenantId tenant)
                ? Optional.of(pseudonyms.of(tenant, agreement.terms().agreement()))
                : Optional.empty();
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
