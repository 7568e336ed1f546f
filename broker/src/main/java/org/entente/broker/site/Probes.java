package org.entente.broker.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which sites are to be probed, and what their probes found. */
@ApplicationScoped
public class Probes {
    private static final Logger LOG = Logger.getLogger(Probes.class);
    private static final String DUE = """
            select s.* from broker.site s
            where s.due_at <= :now and s.state <> 'RETIRED' and (s.out_of_reach_since is null) = :reached
            order by s.due_at limit :most for update skip locked""";

    private final Sites sites;
    private final Sightings sightings;
    private final Event<SiteWanted> wanted;
    private final Event<SiteReturned> returned;
    private final InstantSource clock;
    private final SiteConfig config;

    Probes(
            Sites sites,
            Sightings sightings,
            Event<SiteWanted> wanted,
            Event<SiteReturned> returned,
            InstantSource clock,
            SiteConfig config) {
        this.sites = sites;
        this.sightings = sightings;
        this.wanted = wanted;
        this.returned = returned;
        this.clock = clock;
        this.config = config;
    }

    /** What a probe was answered. */
    sealed interface Answer {
        /** What the site can do, and how long it took to say so. */
        record Seen(Technology technology, SiteCapabilities capabilities, Duration took) implements Answer {}

        /**
         * It was not answered as it should.
         *
         * @param technology where it was recognised before the failure
         */
        record Failed(Optional<Technology> technology, SiteTrouble trouble) implements Answer {}
    }

    /**
     * Sites whose probe is due, leased until it is certainly over: those that answered last time, or those that did not.
     */
    @Transactional
    List<ConnectedSite> claimDue(boolean reached, int most) {
        Instant now = clock.instant();
        List<?> rows = sites.getEntityManager()
                .createNativeQuery(DUE, SiteEntity.class)
                .setParameter("now", now)
                .setParameter("reached", reached)
                .setParameter("most", most)
                .getResultList();
        List<SiteEntity> due = rows.stream().map(SiteEntity.class::cast).toList();
        // Not through the entities: a lease is no change that the site's version should count.
        sites.update(
                "dueAt = ?1 where site in ?2",
                now.plus(config.probeLease()),
                due.stream().map(site -> site.site).toList());
        return due.stream().map(sites::connected).toList();
    }

    /** Stores an answer, unless the credentials that it was given for have been replaced, or the site has left. */
    @Transactional
    void answered(ConnectedSite asked, Answer answer) {
        Optional<SiteEntity> current = sites.lockedRow(asked.site())
                .filter(entity -> entity.credentialsNumber == asked.credentialsNumber())
                .filter(entity -> entity.state != SiteState.RETIRED);
        current.ifPresent(entity -> {
            switch (answer) {
                case Answer.Seen seen -> seen(entity, seen);
                case Answer.Failed failed -> failed(entity, failed);
            }
        });
    }

    /** Something at the site has changed: it is probed soon, but not more often than a failing one is. */
    @Transactional
    public void want(SiteId site) {
        sites.lockedRow(site).ifPresent(entity -> {
            Instant now = clock.instant();
            Instant soonest = entity.seenAt == null ? now : entity.seenAt.plus(config.retryAfter());
            Instant due = soonest.isBefore(now) ? now : soonest;
            if (due.isBefore(entity.dueAt)) {
                entity.dueAt = due;
                wanted.fire(new SiteWanted());
            }
        });
    }

    private void seen(SiteEntity entity, Answer.Seen seen) {
        Instant now = clock.instant();
        @Nullable SiteCapabilities before = entity.capabilities;
        if (before == null || !CapabilityFacts.of(before).equals(CapabilityFacts.of(seen.capabilities()))) {
            sightings.add(new SiteId(entity.site), now, seen.capabilities());
        }
        entity.technology = seen.technology();
        entity.capabilities = seen.capabilities();
        entity.seenAt = now;
        entity.troubles = Findings.of(seen.capabilities(), seen.took(), config.slowAfter());
        entity.follow(new SiteLife.Event.Probed(entity.troubles.isEmpty()));
        entity.dueAt = now.plus(config.probeEvery());
        if (entity.outOfReachSince != null) {
            entity.outOfReachSince = null;
            returned.fire(new SiteReturned(new SiteId(entity.site)));
        }
    }

    private void failed(SiteEntity entity, Answer.Failed failed) {
        Instant now = clock.instant();
        if (!entity.troubles.equals(List.of(failed.trouble()))) {
            LOG.warnf(
                    "probe failed siteId=%s errorCode=%s: %s",
                    entity.site, failed.trouble().code(), failed.trouble().sentence());
        }
        failed.technology().ifPresent(found -> entity.technology = found);
        entity.troubles = List.of(failed.trouble());
        entity.outOfReachSince = entity.outOfReachSince == null ? now : entity.outOfReachSince;
        entity.follow(new SiteLife.Event.ProbeFailed());
        entity.dueAt = now.plus(config.retryAfter());
    }
}
