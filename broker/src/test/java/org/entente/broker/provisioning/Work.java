package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.entente.broker.MovableClock;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.Orders;

/** The broker's jobs, run when a test says so, with the clock moved by the test. */
@ApplicationScoped
public class Work {
    private static final int STEPS_MAX = 12;

    private final Orders orders;
    private final OrderPlacement placement;
    private final Instances instances;
    private final SiteWork siteWork;
    private final PartnerWork partnerWork;
    private final OrderConfig config;
    private final OverdueOrders overdue;
    private final MovableClock clock;

    Work(
            Orders orders,
            OrderPlacement placement,
            Instances instances,
            SiteWork siteWork,
            PartnerWork partnerWork,
            OrderConfig config,
            OverdueOrders overdue,
            MovableClock clock) {
        this.orders = orders;
        this.placement = placement;
        this.instances = instances;
        this.siteWork = siteWork;
        this.partnerWork = partnerWork;
        this.config = config;
        this.overdue = overdue;
        this.clock = clock;
    }

    PlacingJob placing(ExecutorService threads) {
        return new PlacingJob(orders, placement, overdue, threads);
    }

    ProvisioningJob provisioning(ExecutorService threads) {
        return new ProvisioningJob(instances, siteWork, partnerWork, config, clock, threads);
    }

    /** Places the oldest waiting order in the caller's transaction. */
    void placeInThisTransaction() {
        placement.place(orders.lockRequested().orElseThrow());
    }

    /** Both jobs do what is due now. */
    public void run() {
        SameThread here = new SameThread();
        placing(here).tick();
        provisioning(here).tick();
    }

    /** Time passes, then both jobs do what is due. */
    public void after(Duration stretch) {
        clock.forward(stretch);
        run();
    }

    /** Both jobs go on until everything that follows step by step has happened: some seconds. */
    public void settle() {
        run();
        for (int step = 0; step < STEPS_MAX; step++) {
            after(config.stepPause());
        }
    }
}
