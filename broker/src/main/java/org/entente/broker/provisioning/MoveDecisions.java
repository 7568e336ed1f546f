package org.entente.broker.provisioning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.order.OrderConfig;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteProblem;
import org.entente.broker.site.Sites;

/** What was decided about sites that are cut off. */
@ApplicationScoped
class MoveDecisions implements PanacheRepositoryBase<MoveDecisionEntity, Long> {
    private final Sites sites;
    private final OrderConfig config;
    private final InstantSource clock;

    MoveDecisions(Sites sites, OrderConfig config, InstantSource clock) {
        this.sites = sites;
        this.config = config;
        this.clock = clock;
    }

    /** Records that what may move from a site shall move. Refused before it was cut off for long enough. */
    @Transactional
    MoveDecisionEntity decide(SiteId id, String decidedBy, String reason) {
        Instant now = clock.instant();
        ConnectedSite site = sites.lock(id)
                .orElseThrow(
                        () -> new ProblemException(SiteProblem.SITE_UNKNOWN, "There is no site " + id + " of ours"));
        Instant since = site.outOfReachSince()
                .orElseThrow(
                        () -> new ProblemException(MoveProblem.SITE_NOT_CUT_OFF, id + " answers, so nothing moves"));
        Instant soonest = since.plus(config.moveAfter());
        if (now.isBefore(soonest)) {
            throw new ProblemException(
                    MoveProblem.CUT_OFF_TOO_SHORT,
                    id + " has not answered since " + since + "; nothing moves before " + soonest);
        }
        MoveDecisionEntity decision = new MoveDecisionEntity();
        decision.site = id.value();
        decision.outOfReachSince = since;
        decision.decidedBy = decidedBy;
        decision.decidedAt = now;
        decision.reason = reason;
        persist(decision);
        return decision;
    }

    /** The decision for the cut that a site suffers now, if there is one. Runs in the caller's transaction. */
    Optional<MoveDecisionEntity> inForce(ConnectedSite site) {
        return site.outOfReachSince()
                .flatMap(since -> find(
                                "site = ?1 and outOfReachSince = ?2 order by decision desc",
                                site.site().value(),
                                since)
                        .firstResultOptional());
    }

    List<MoveDecisionEntity> of(SiteId site, int most) {
        return find("site = ?1 order by decision desc", site.value())
                .range(0, most - 1)
                .list();
    }
}
