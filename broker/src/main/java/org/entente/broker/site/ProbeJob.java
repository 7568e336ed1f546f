package org.entente.broker.site;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.entente.agreements.language.Technology;
import org.entente.agreements.prompt.PromptWork;
import org.entente.broker.site.SiteConnections.Recognition;
import org.jboss.logging.Logger;

/**
 * Asks each site from time to time what it can do, many at once, outside any transaction. Each probe stands by itself, and
 * those that failed last time have places of their own: sites that hang keep no other waiting.
 */
@ApplicationScoped
public class ProbeJob {
    private static final Logger LOG = Logger.getLogger(ProbeJob.class);

    private final Probes probes;
    private final SiteConnections connections;
    private final ExecutorService threads;
    private final PromptWork prompt;
    private final Semaphore forReached;
    private final Semaphore forUnreached;

    ProbeJob(Probes probes, SiteConnections connections, SiteConfig config, @VirtualThreads ExecutorService threads) {
        this.probes = probes;
        this.connections = connections;
        this.threads = threads;
        this.prompt = new PromptWork(threads, this::probeDue);
        this.forReached = new Semaphore(config.probesAtOnce());
        this.forUnreached = new Semaphore(config.retriesAtOnce());
    }

    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteWanted wanted) {
        prompt.ask();
    }

    void leave(@Observes(during = TransactionPhase.AFTER_SUCCESS) EndpointLeft left) {
        connections.leave(left.endpoint());
    }

    /** For what became due by the time, or was left by a crash. */
    @Scheduled(every = "${entente.sites.look-every:0.5s}")
    void tick() {
        prompt.ask();
    }

    private void probeDue() {
        probeDue(true, forReached);
        probeDue(false, forUnreached);
    }

    private void probeDue(boolean reached, Semaphore places) {
        int free = places.drainPermits();
        List<ConnectedSite> due = List.of();
        try {
            due = free == 0 ? List.of() : probes.claimDue(reached, free);
        } finally {
            places.release(free - due.size());
        }
        due.forEach(site -> threads.execute(() -> {
            try {
                probe(site);
            } finally {
                places.release();
                prompt.ask();
            }
        }));
    }

    private void probe(ConnectedSite site) {
        try {
            probes.answered(site, answer(site));
        } catch (RuntimeException defect) {
            // One site's trouble must not keep the others waiting; it is due again when its lease is over.
            LOG.errorf(defect, "probe failed siteId=%s", site.site());
        }
    }

    private Probes.Answer answer(ConnectedSite site) {
        Optional<Technology> technology = site.knownTechnology();
        try {
            if (technology.isEmpty()) {
                switch (connections.recognise(site.endpoint())) {
                    case Recognition.Recognised(Technology found) -> technology = Optional.of(found);
                    case Recognition.NoSite(String sentence) -> {
                        return new Probes.Answer.Failed(technology, new SiteTrouble(SiteTrouble.NO_SITE, sentence));
                    }
                }
            }
            return seen(site, technology.orElseThrow());
        } catch (SiteException failed) {
            return new Probes.Answer.Failed(technology, SiteTrouble.of(failed));
        }
    }

    private Probes.Answer seen(ConnectedSite site, Technology technology) {
        long start = System.nanoTime();
        SiteCapabilities seen = connections.at(technology, site.endpoint()).probe();
        return new Probes.Answer.Seen(technology, seen, Duration.ofNanos(System.nanoTime() - start));
    }
}
