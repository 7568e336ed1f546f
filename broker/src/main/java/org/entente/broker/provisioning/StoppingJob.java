package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OrderId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.OrderState;
import org.entente.broker.order.Orders;
import org.entente.broker.peering.StatusNotices;
import org.jboss.logging.Logger;

/**
 * Stops partners' instances on our sites once their agreement says that they must not run any longer: at once or after days
 * of grace, since it was suspended or ended.
 */
@ApplicationScoped
public class StoppingJob {
    private static final Logger LOG = Logger.getLogger(StoppingJob.class);

    private final Agreements agreements;
    private final Instances instances;
    private final Orders orders;
    private final StatusNotices notices;
    private final InstantSource clock;

    StoppingJob(Agreements agreements, Instances instances, Orders orders, StatusNotices notices, InstantSource clock) {
        this.agreements = agreements;
        this.instances = instances;
        this.orders = orders;
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(every = "${entente.orders.stop-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void stopDue() {
        for (AgreementId agreement : QuarkusTransaction.requiringNew().call(instances::agreementsAtWork)) {
            Instant now = clock.instant();
            AgreementHistory history = agreements.history(agreement);
            Optional<Instant> until = history.runUntil(now).filter(end -> !end.isAfter(now));
            if (until.isPresent()) {
                String why = history.standing(now).map(Standing::sentence).orElseThrow() + "; " + agreement
                        + " lets it run until " + until.get();
                QuarkusTransaction.requiringNew()
                        .call(() -> ordersUnder(agreement))
                        .forEach(order -> stop(order, why));
            }
        }
    }

    private Set<OrderId> ordersUnder(AgreementId agreement) {
        return instances.liveUnder(agreement).stream()
                .map(instance -> instance.order().orderId())
                .collect(Collectors.toSet());
    }

    private void stop(OrderId id, String why) {
        QuarkusTransaction.requiringNew().run(() -> {
            OrderEntity order = orders.lock(id).orElseThrow();
            if (order.state() == OrderState.HELD) {
                order.refused(why, clock.instant());
                return;
            }
            List<InstanceEntity> running = order.instances().stream()
                    .filter(instance -> !instance.state().isOver() && instance.state() != InstanceState.ENDING)
                    .toList();
            running.forEach(instance -> instance.stop(why, clock.instant()));
            order.follow();
            notices.tell(order, running);
            LOG.infof("instances stopped orderId=%s count=%d: %s", id, running.size(), why);
        });
    }
}
