package org.entente.broker.site;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Asks each site from time to time what it can do, many at once, outside any transaction. */
@ApplicationScoped
public class ProbeJob {
    private static final Logger LOG = Logger.getLogger(ProbeJob.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 64;

    private final Sites sites;
    private final SiteConnections connections;
    private final InstantSource clock;
    private final SiteConfig config;

    ProbeJob(Sites sites, SiteConnections connections, InstantSource clock, SiteConfig config) {
        this.sites = sites;
        this.connections = connections;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "${entente.sites.look-every:0.5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void probeDue() {
        List<ConnectedSite> due = sites.claimDue(clock.instant(), LEASE, AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> probes = new ArrayList<>();
            due.forEach(site -> probes.add(threads.submit(() -> probe(site))));
        }
    }

    private void probe(ConnectedSite site) {
        try {
            SiteCapabilities seen =
                    connections.at(site.technology(), site.endpoint()).probe();
            Instant now = clock.instant();
            sites.probed(site.site(), seen, now, now.plus(config.probeEvery()));
        } catch (SiteException failed) {
            LOG.warnf("probe failed siteId=%s errorCode=%s: %s", site.site(), failed.code(), failed.getMessage());
            sites.failed(
                    site.site(),
                    failed.code() + ": " + failed.getMessage(),
                    clock.instant().plus(config.retryAfter()));
        }
    }
}
