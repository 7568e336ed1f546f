package org.entente.broker.orphan;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.entente.agreements.language.SiteId;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteConnections;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Sites;
import org.jboss.logging.Logger;

/** Sweeps each site from time to time, outside any transaction: removes the orphans that are to go, and lists the rest. */
@ApplicationScoped
public class OrphanJob {
    private static final Logger LOG = Logger.getLogger(OrphanJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int SITES_AT_ONCE = 20;

    private final Orphans orphans;
    private final Sites sites;
    private final SiteConnections connections;
    private final InstantSource clock;

    OrphanJob(Orphans orphans, Sites sites, SiteConnections connections, InstantSource clock) {
        this.orphans = orphans;
        this.sites = sites;
        this.connections = connections;
        this.clock = clock;
    }

    @Scheduled(every = "${entente.orphans.look-every:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepDue() {
        for (SiteId site : orphans.claimDue(clock.instant(), PAUSE, SITES_AT_ONCE)) {
            sites.find(site).ifPresent(this::sweep);
        }
    }

    private void sweep(ConnectedSite connected) {
        try {
            Site site = connections.at(connected.technology(), connected.endpoint());
            orphans.toRemove(connected.site()).forEach(orphan -> remove(site, orphan));
            orphans.found(connected.site(), site.inventory(), clock.instant());
        } catch (SiteException failed) {
            LOG.warnf("sweep failed siteId=%s errorCode=%s: %s", connected.site(), failed.code(), failed.getMessage());
        }
    }

    private void remove(Site site, OrphanEntity orphan) {
        try {
            site.discard(orphan.marked());
        } catch (SiteException refused) {
            orphans.refused(orphan.orphan, refused.code() + ": " + refused.getMessage());
        }
    }
}
