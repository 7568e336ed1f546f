package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.entente.agreements.prompt.PromptWork;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.OrderInHand;
import org.entente.broker.order.Orders;

/** Works on orders that wait: places the new ones, and gives up those that waited for too long. */
@ApplicationScoped
public class PlacingJob {
    private static final int ORDERS_MAX = 200;

    private final Orders orders;
    private final OrderPlacement placement;
    private final OverdueOrders overdue;
    private final PromptWork prompt;

    PlacingJob(
            Orders orders, OrderPlacement placement, OverdueOrders overdue, @VirtualThreads ExecutorService threads) {
        this.orders = orders;
        this.placement = placement;
        this.overdue = overdue;
        this.prompt = new PromptWork(threads, this::placeRequested);
    }

    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderInHand changed) {
        prompt.ask();
    }

    /** For what became due by the time, or was left by a crash. */
    @Scheduled(every = "${entente.orders.place-every:0.1s}")
    void tick() {
        prompt.ask();
    }

    private void placeRequested() {
        for (int placed = 0; placed < ORDERS_MAX; placed++) {
            boolean one = QuarkusTransaction.requiringNew().call(this::placeNext);
            if (!one) {
                return;
            }
        }
    }

    private boolean placeNext() {
        Optional<OrderEntity> requested = orders.lockRequested();
        if (requested.isPresent()) {
            placement.place(requested.get());
            return true;
        }
        return overdue.giveUpNext();
    }
}
