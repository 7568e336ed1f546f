package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.Instances;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Sites;
import org.jboss.logging.Logger;

/** Moves what somebody decided to move away from a site that is cut off, and what wants to go back. */
@ApplicationScoped
public class MovingJob {
    private static final Logger LOG = Logger.getLogger(MovingJob.class);
    private static final int MOVES_MAX = 200;

    private final Sites sites;
    private final Instances instances;
    private final MoveDecisions decisions;
    private final Moves moves;

    MovingJob(Sites sites, Instances instances, MoveDecisions decisions, Moves moves) {
        this.sites = sites;
        this.instances = instances;
        this.decisions = decisions;
        this.moves = moves;
    }

    /** One instance to move, for a reason. */
    private record Away(InstanceId instance, String why) {}

    @Scheduled(every = "${entente.orders.move-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void move() {
        QuarkusTransaction.requiringNew()
                .call(this::away)
                .forEach(one -> each(one.instance(), id -> moves.away(id, one.why())));
        QuarkusTransaction.requiringNew()
                .call(() -> instances.awayFromHome(MOVES_MAX).stream()
                        .map(InstanceEntity::instanceId)
                        .toList())
                .forEach(instance -> each(instance, moves::home));
    }

    private List<Away> away() {
        List<Away> away = new ArrayList<>();
        for (ConnectedSite site : sites.outOfReach()) {
            decisions
                    .inForce(site)
                    .ifPresent(decision -> instances
                            .movable(site.site(), MOVES_MAX)
                            .forEach(instance -> away.add(new Away(instance.instanceId(), why(site, decision)))));
        }
        return away;
    }

    private static String why(ConnectedSite site, MoveDecisionEntity decision) {
        return site.site() + " has not answered since " + decision.outOfReachSince + "; " + decision.decidedBy
                + " decided at " + decision.decidedAt + " that what may move shall move";
    }

    private static void each(InstanceId instance, Consumer<InstanceId> move) {
        try {
            move.accept(instance);
        } catch (RuntimeException defect) {
            // One instance's trouble must not keep the others waiting; it is looked at again at the next tick.
            LOG.errorf(defect, "move failed instance=%s", instance);
        }
    }
}
