package org.entente.broker.administration;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.entente.agreements.prompt.PromptWork;
import org.entente.broker.administration.PushTargets.Attempt;
import org.entente.broker.administration.Pushes.PushWanted;
import org.jboss.logging.Logger;

/** Brings what was pushed to its sites, many at once, outside any transaction. */
@ApplicationScoped
public class PushJob {
    private static final Logger LOG = Logger.getLogger(PushJob.class);

    private final PushTargets targets;
    private final Pushing pushing;
    private final PushConfig config;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final PromptWork prompt;
    private final Semaphore places;

    PushJob(
            PushTargets targets,
            Pushing pushing,
            PushConfig config,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.targets = targets;
        this.pushing = pushing;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
        this.prompt = new PromptWork(threads, this::pushDue);
        this.places = new Semaphore(config.atOnce());
    }

    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) PushWanted wanted) {
        prompt.ask();
    }

    /** For what became due by the time, or was left by a crash. */
    @Scheduled(every = "${entente.pushes.look-every:0.5s}")
    void tick() {
        prompt.ask();
    }

    private void pushDue() {
        int free = places.drainPermits();
        List<Attempt> due = List.of();
        try {
            due = free == 0 ? List.of() : targets.claimDue(clock.instant(), config.lease(), free);
        } finally {
            places.release(free - due.size());
        }
        due.forEach(attempt -> threads.execute(() -> {
            try {
                push(attempt);
            } finally {
                places.release();
                prompt.ask();
            }
        }));
    }

    private void push(Attempt attempt) {
        try {
            PushResult result = pushing.attempt(attempt);
            targets.attempted(attempt.target(), result, clock.instant());
            if (result instanceof PushResult.Refused refused) {
                LOG.warnf(
                        "push refused push=%s siteId=%s errorCode=%s: %s",
                        attempt.push(), attempt.site(), refused.code(), refused.sentence());
            }
        } catch (RuntimeException defect) {
            // One site's trouble must not keep the others waiting; it is due again when its lease is over.
            LOG.errorf(defect, "push failed push=%s siteId=%s", attempt.push(), attempt.site());
        }
    }
}
