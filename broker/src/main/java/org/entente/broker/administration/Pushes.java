package org.entente.broker.administration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.site.ChosenSites;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.SiteReturned;
import org.entente.broker.site.SiteSelector;

/** What engineers wanted to be at which sites. */
@ApplicationScoped
class Pushes implements PanacheRepositoryBase<PushEntity, UUID> {
    private final ChosenSites sites;
    private final PushTargets targets;
    private final OperatorConfig self;
    private final Event<PushWanted> wanted;
    private final InstantSource clock;

    Pushes(ChosenSites sites, PushTargets targets, OperatorConfig self, Event<PushWanted> wanted, InstantSource clock) {
        this.sites = sites;
        this.targets = targets;
        this.self = self;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** Stores a push with one target for each site that the selector means now. */
    @Transactional
    PushEntity add(ContentRequest request, SiteSelector selector, String askedBy, Duration within) {
        PushEntity push = fresh(request, askedBy, within);
        List<ConnectedSite> chosen = sites.by(selector);
        if (chosen.isEmpty()) {
            throw new ProblemException(PushProblem.PUSH_SITES, "No site of ours is meant");
        }
        persist(push);
        flush();
        chosen.forEach(
                site -> targets.persist(PushTargetEntity.of(push, site.site().value())));
        wanted.fire(new PushWanted());
        return push;
    }

    /** What waits for a site that answers again is due at once, with the same commit. */
    @Transactional
    void returned(@Observes SiteReturned returned) {
        targets.dueAtOnce(returned.site(), clock.instant());
        wanted.fire(new PushWanted());
    }

    @Transactional
    PushEntity get(UUID push) {
        return findByIdOptional(push)
                .orElseThrow(() -> new ProblemException(PushProblem.PUSH_UNKNOWN, "There is no push " + push));
    }

    /** What it brings to sites. */
    @Transactional
    PushContent content(UUID push) {
        return get(push).content.content(self.operator());
    }

    /** The newest first. */
    @Transactional
    List<PushEntity> latest(int page, int size) {
        return findAll(Sort.descending("askedAt", "push")).page(page, size).list();
    }

    /** Something was stored that is due. */
    record PushWanted() {}

    private PushEntity fresh(ContentRequest request, String askedBy, Duration within) {
        PushContent content = request.content(self.operator());
        PushEntity push = new PushEntity();
        push.push = UUID.randomUUID();
        push.kind = content.kind();
        push.name = content.name();
        push.content = request;
        push.askedBy = askedBy;
        push.askedAt = clock.instant();
        push.deadline = push.askedAt.plus(within);
        return push;
    }
}
