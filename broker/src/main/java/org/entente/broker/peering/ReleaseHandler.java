package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.broker.order.Customer;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;

/** A partner gives instances back: we end them. */
@ApplicationScoped
public class ReleaseHandler implements DocumentHandler<ReleaseRequest> {
    private final Orders orders;
    private final StatusNotices notices;
    private final InstantSource clock;

    ReleaseHandler(Orders orders, StatusNotices notices, InstantSource clock) {
        this.orders = orders;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Class<ReleaseRequest> accepts() {
        return ReleaseRequest.class;
    }

    @Override
    public Answer handle(VerifiedDocument<ReleaseRequest> received) {
        ReleaseRequest release = received.body();
        Optional<OrderEntity> order = orders.lock(release.order())
                .filter(found -> isOf(found, received.document().issuer()));
        if (order.isEmpty()) {
            return Answer.refused("ORDER_UNKNOWN", "There is no order " + release.order() + " of yours");
        }
        Set<InstanceId> wanted = Set.copyOf(release.instances());
        List<InstanceEntity> instances = order.get().instances().stream()
                .filter(instance -> wanted.contains(instance.instanceId()))
                .toList();
        if (instances.size() != wanted.size()) {
            return Answer.refused("INSTANCE_UNKNOWN", "The order has no such instance");
        }
        Instant now = clock.instant();
        instances.forEach(instance -> instance.giveBack(now));
        order.get().follow();
        notices.tell(order.get(), instances);
        return new Answer.Replied(new Receipt(release.order(), now));
    }

    private static boolean isOf(OrderEntity order, OperatorId partner) {
        return order.customer() instanceof Customer.PartnerOperator customer
                && customer.operator().equals(partner);
    }
}
