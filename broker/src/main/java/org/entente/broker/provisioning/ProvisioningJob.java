package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.peering.PeerOrders;
import org.jboss.logging.Logger;

/** Looks at every instance that is due: on our own site through its adapter, at a partner through a document. */
@ApplicationScoped
public class ProvisioningJob {
    private static final Logger LOG = Logger.getLogger(ProvisioningJob.class);
    private static final int AT_ONCE = 64;

    private final Instances instances;
    private final SiteWork siteWork;
    private final PeerOrders peerOrders;
    private final OrderConfig config;
    private final InstantSource clock;

    ProvisioningJob(
            Instances instances, SiteWork siteWork, PeerOrders peerOrders, OrderConfig config, InstantSource clock) {
        this.instances = instances;
        this.siteWork = siteWork;
        this.peerOrders = peerOrders;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${entente.orders.look-every:0.1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtDue() {
        List<Task> due = QuarkusTransaction.requiringNew().call(this::claim);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(task -> threads.execute(() -> perform(task)));
        }
    }

    private List<Task> claim() {
        Instant now = clock.instant();
        return instances.claimDue(now, now.plus(config.lease()), AT_ONCE).stream()
                .map(Task::of)
                .toList();
    }

    private void perform(Task task) {
        try {
            switch (task) {
                case Task.OnSite onSite -> siteWork.perform(onSite);
                case Task.OnPeer onPeer -> release(onPeer.instance());
            }
        } catch (RuntimeException defect) {
            // One instance's trouble must not keep the others waiting; it is due again when its lease is over.
            LOG.errorf(defect, "look failed instance=%s", task.instance());
        }
    }

    private void release(InstanceId instance) {
        QuarkusTransaction.requiringNew()
                .run(() -> peerOrders.release(
                        instances.findByIdOptional(instance.value()).orElseThrow()));
    }
}
