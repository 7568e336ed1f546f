package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.partner.OperatorConfig;

/** Stores orders, for tenants and partners alike. The work on them is done by jobs afterwards. */
@ApplicationScoped
public class Ordering {
    private final Orders orders;
    private final Instances instances;
    private final OperatorConfig self;
    private final InstantSource clock;

    Ordering(Orders orders, Instances instances, OperatorConfig self, InstantSource clock) {
        this.orders = orders;
        this.instances = instances;
        this.self = self;
        this.clock = clock;
    }

    /**
     * An order as it was asked for.
     *
     * @param idempotencyKey the tenant's own key for this request; a partner's order is guarded by its document's id
     */
    public record OrderRequest(
            OrderId order,
            String name,
            Customer customer,
            Optional<String> idempotencyKey,
            Optional<UUID> quote,
            Completeness completeness,
            Instant deadline,
            List<PlannedInstance> instances) {
        public OrderRequest {
            instances = List.copyOf(instances);
        }
    }

    /** Stores an order in the caller's transaction. Its unique keys refuse it where it was stored before. */
    @Transactional(TxType.MANDATORY)
    public OrderEntity requested(OrderRequest request) {
        OrderEntity order = new OrderEntity();
        order.id = request.order().value();
        order.name = request.name();
        switch (request.customer()) {
            case Customer.OwnTenant own -> order.tenant = own.tenant().value();
            case Customer.PartnerOperator partner -> {
                order.partner = partner.operator().value();
                order.agreement = partner.agreement().value();
                order.partnerTenant =
                        partner.tenant().map(TenantPseudonym::value).orElse(null);
            }
        }
        order.idempotencyKey = request.idempotencyKey().orElse(null);
        order.quote = request.quote().orElse(null);
        order.completeness = request.completeness();
        order.state = OrderState.REQUESTED;
        order.createdAt = clock.instant();
        order.deadline = request.deadline();
        orders.add(order);
        for (PlannedInstance planned : request.instances()) {
            InstanceEntity entity = InstanceEntity.planned(order, order.instances.size(), planned, self.operator());
            instances.persist(entity);
            order.instances.add(entity);
        }
        return order;
    }
}
