package org.entente.broker.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.order.OrderResource.PlaceRequest;
import org.entente.broker.order.OrderResource.PlacedView;
import org.entente.broker.quote.Quote;
import org.entente.broker.quote.QuotedInstance;
import org.entente.broker.quote.Quotes;

/** Takes a tenant's order of a quote, once for each idempotency key. */
@ApplicationScoped
public class TenantOrders {
    private final Orders orders;
    private final Ordering ordering;
    private final Quotes quotes;
    private final OrderConfig config;
    private final InstantSource clock;

    TenantOrders(Orders orders, Ordering ordering, Quotes quotes, OrderConfig config, InstantSource clock) {
        this.orders = orders;
        this.ordering = ordering;
        this.quotes = quotes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    PlacedView place(TenantId tenant, String key, PlaceRequest request) {
        Optional<PlacedView> earlier = earlier(tenant, key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Quote quote = quotes.binding(tenant, request.quote());
        OrderEntity order = ordering.requested(new Ordering.OrderRequest(
                new OrderId(UUID.randomUUID().toString()),
                request.name(),
                new Customer.OwnTenant(tenant),
                Optional.of(key),
                Optional.of(quote.id()),
                request.wanted(),
                clock.instant().plus(config.deadlineAfter()),
                quote.instances().stream().map(TenantOrders::planned).toList()));
        order.whenCutOff = request.policy();
        return view(order);
    }

    /** The order that this key made before. Another content under the same key is a conflict. */
    @Transactional
    Optional<PlacedView> earlier(TenantId tenant, String key, PlaceRequest request) {
        return orders.find(tenant, key).map(order -> {
            if (!order.name.equals(request.name())
                    || !request.quote().equals(order.quote)
                    || order.completeness != request.wanted()
                    || order.whenCutOff != request.policy()) {
                throw new ProblemException(
                        OrderProblem.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another order before");
            }
            return view(order);
        });
    }

    private static PlannedInstance planned(QuotedInstance quoted) {
        return new PlannedInstance(
                new InstanceId(UUID.randomUUID().toString()),
                quoted.name(),
                quoted.place(),
                quoted.technology(),
                quoted.agreement(),
                quoted.workload());
    }

    private static PlacedView view(OrderEntity order) {
        return new PlacedView(order.id, order.name, DeploymentView.shown(order.state));
    }
}
