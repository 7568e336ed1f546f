package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.agreements.exchange.Deliveries;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.Orders;
import org.entente.broker.order.Reasons;
import org.jboss.logging.Logger;

/**
 * Ends the waiting of orders that waited for too long: for partners' receipts, for partners' holds, or, as host, for the
 * order of what we hold. Runs in the caller's transaction.
 */
@ApplicationScoped
public class OverdueOrders {
    private static final Logger LOG = Logger.getLogger(OverdueOrders.class);

    private final Orders orders;
    private final Deliveries deliveries;
    private final InstantSource clock;

    OverdueOrders(Orders orders, Deliveries deliveries, InstantSource clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Gives up the next one, or returns that there is none. */
    boolean giveUpNext() {
        Instant now = clock.instant();
        return done(orders.lockOverdue(now), order -> withoutReceipts(order, now))
                || done(orders.lockHoldsOverdue(now), order -> order.refused(why(order), now))
                || done(orders.lockHoldExpired(now), order -> freed(order, now));
    }

    private void withoutReceipts(OrderEntity order, Instant now) {
        order.overdue(why(order), now);
        order.startOnceAllAccepted(now);
        order.follow();
    }

    private static void freed(OrderEntity order, Instant now) {
        order.refused("It was held until " + order.heldUntil().orElseThrow() + " and not ordered before", now);
        LOG.infof("hold expired orderId=%s", order.orderId());
    }

    private String why(OrderEntity order) {
        return new Reasons(deliveries.waiting()).overdue(order);
    }

    private static boolean done(Optional<OrderEntity> found, Consumer<OrderEntity> step) {
        found.ifPresent(step);
        return found.isPresent();
    }
}
