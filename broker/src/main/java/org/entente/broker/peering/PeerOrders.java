package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.TenantPseudonyms;

/** Has partners hold, orders from them, and gives back, what runs on their sites. Runs in the caller's transaction. */
@ApplicationScoped
public class PeerOrders {
    private final Outbox outbox;
    private final TenantPseudonyms pseudonyms;
    private final InstantSource clock;

    PeerOrders(Outbox outbox, TenantPseudonyms pseudonyms, InstantSource clock) {
        this.outbox = outbox;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** Asks the agreement's host to hold these instances' places until then. */
    void hold(OrderEntity order, SignedAgreement agreement, List<InstanceEntity> instances, Instant until) {
        HoldRequest document = new HoldRequest(
                order.orderId(),
                agreement.terms().agreement(),
                until,
                instances.stream().map(InstanceEntity::ordered).toList(),
                tenant(order, agreement));
        outbox.send(agreement.terms().host(), document, List.of(agreement.hash()));
    }

    /** Orders these instances from the agreement's host, which holds them already or was not asked to. */
    void place(OrderEntity order, SignedAgreement agreement, List<InstanceEntity> instances) {
        OrderPlaced document = new OrderPlaced(
                order.orderId(),
                agreement.terms().agreement(),
                order.deadline(),
                instances.stream().map(InstanceEntity::ordered).toList(),
                tenant(order, agreement));
        Stream<DocumentHash> holds = instances.stream().flatMap(instance -> instance.hold().stream());
        outbox.send(
                agreement.terms().host(),
                document,
                Stream.concat(Stream.of(agreement.hash()), holds).distinct().toList());
        instances.forEach(instance -> instance.orderedFromHost(clock.instant()));
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
