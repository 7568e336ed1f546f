package org.entente.broker.provisioning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.work.PromptWork;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.OrderInHand;
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
    private final ExecutorService threads;
    private final PromptWork prompt;
    private final AtomicInteger atWork = new AtomicInteger();

    ProvisioningJob(
            Instances instances,
            SiteWork siteWork,
            PeerOrders peerOrders,
            OrderConfig config,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.instances = instances;
        this.siteWork = siteWork;
        this.peerOrders = peerOrders;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
        this.prompt = new PromptWork(threads, this::lookAtDue);
    }

    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderInHand changed) {
        prompt.ask();
    }

    /** For what became due by the time, or was left by a crash. */
    @Scheduled(every = "${entente.orders.look-every:0.1s}")
    void tick() {
        prompt.ask();
    }

    private void lookAtDue() {
        int free = AT_ONCE - atWork.get();
        if (free <= 0) {
            return;
        }
        for (Task task : QuarkusTransaction.requiringNew().call(() -> claim(free))) {
            atWork.incrementAndGet();
            threads.execute(() -> {
                try {
                    perform(task);
                } finally {
                    atWork.decrementAndGet();
                    prompt.ask();
                }
            });
        }
    }

    private List<Task> claim(int most) {
        Instant now = clock.instant();
        return instances.claimDue(now, now.plus(config.lease()), most).stream()
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
