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
import org.entente.agreements.language.Place;
import org.entente.agreements.prompt.PromptWork;
import org.entente.broker.order.Instances;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.order.OrderInHand;
import org.jboss.logging.Logger;

/**
 * Looks at every instance that is due: on our own site through its adapter, at a partner through a document. Only so many
 * looks at once go to one place, so that a site whose calls hang keeps no other waiting.
 */
@ApplicationScoped
public class ProvisioningJob {
    private static final Logger LOG = Logger.getLogger(ProvisioningJob.class);

    private final Instances instances;
    private final SiteWork siteWork;
    private final PartnerWork partnerWork;
    private final OrderConfig config;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final PromptWork prompt;
    private final PlacesAtWork places;

    ProvisioningJob(
            Instances instances,
            SiteWork siteWork,
            PartnerWork partnerWork,
            OrderConfig config,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.instances = instances;
        this.siteWork = siteWork;
        this.partnerWork = partnerWork;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
        this.places = new PlacesAtWork(config.looksAtOnce(), config.looksAtOnePlace());
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
        List<Place> due = QuarkusTransaction.requiringNew().call(() -> instances.duePlaces(clock.instant()));
        for (Place place : due) {
            int free = places.free(place);
            if (free > 0) {
                QuarkusTransaction.requiringNew().call(() -> claim(place, free)).forEach(task -> start(place, task));
            }
        }
    }

    private List<Task> claim(Place place, int most) {
        Instant now = clock.instant();
        return instances.claimDue(place, now, now.plus(config.lease()), most).stream()
                .map(Task::of)
                .toList();
    }

    private void start(Place place, Task task) {
        places.taken(place);
        threads.execute(() -> {
            try {
                perform(task);
            } finally {
                places.left(place);
                prompt.ask();
            }
        });
    }

    private void perform(Task task) {
        try {
            switch (task) {
                case Task.OnSite onSite -> siteWork.perform(onSite);
                case Task.OnPeer onPeer -> partnerWork.perform(onPeer.instance());
            }
        } catch (RuntimeException defect) {
            // One instance's trouble must not keep the others waiting; it is due again when its lease is over.
            LOG.errorf(defect, "look failed instance=%s", task.instance());
        }
    }
}
