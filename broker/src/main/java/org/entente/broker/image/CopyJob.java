package org.entente.broker.image;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.entente.broker.site.SiteException;
import org.jboss.logging.Logger;

/** Brings images to the sites that wait for them, a few at a time, and takes away those that nobody needs. */
@ApplicationScoped
public class CopyJob {
    private static final Logger LOG = Logger.getLogger(CopyJob.class);

    private final ImageCopies copies;
    private final Copying copying;
    private final ImageConfig config;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final Semaphore places;

    CopyJob(
            ImageCopies copies,
            Copying copying,
            ImageConfig config,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.copies = copies;
        this.copying = copying;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
        this.places = new Semaphore(config.copiesAtOnce());
    }

    @Scheduled(every = "${entente.images.look-every:0.5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void copyDue() {
        int free = places.drainPermits();
        List<ImageCopies.Claimed> due = free == 0 ? List.of() : copies.claimDue(clock.instant(), Copying.LEASE, free);
        places.release(free - due.size());
        due.forEach(claimed -> threads.execute(() -> {
            try {
                work(claimed);
            } finally {
                places.release();
            }
        }));
    }

    @Scheduled(every = "${entente.images.sweep-every:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        copies.sweep(clock.instant(), config.keptUnused());
    }

    private void work(ImageCopies.Claimed claimed) {
        Copy copy = claimed.copy();
        try {
            if (claimed.state() == CopyState.REMOVING) {
                copying.remove(copy);
            } else {
                copying.copy(copy);
            }
        } catch (SiteException failed) {
            failed(claimed, failed);
        } catch (RuntimeException defect) {
            // One image's trouble must not keep the others waiting; it is due again when its lease is over.
            LOG.errorf(defect, "copy failed copy=%s siteId=%s", copy.id(), copy.to());
        }
    }

    private void failed(ImageCopies.Claimed claimed, SiteException failed) {
        Copy copy = claimed.copy();
        Instant now = clock.instant();
        String reason = failed.code() + ": " + failed.getMessage();
        boolean again = failed.isPassing() && copy.attempts() < config.attemptsMax();
        LOG.warnf("copy failed copy=%s siteId=%s errorCode=%s: %s", copy.id(), copy.to(), failed.code(), reason);
        if (again || claimed.state() == CopyState.REMOVING) {
            copies.cutOff(copy.id(), reason, now.plus(config.retryAfter()));
        } else {
            copying.forgetFile(copy);
            copies.failed(copy.id(), reason, now);
        }
    }
}
