package org.entente.broker.administration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.language.SiteId;

/** Pushes at sites, one row for each site. Of one kind at one site the oldest goes first, so that the newest stands. */
@ApplicationScoped
class PushTargets implements PanacheRepositoryBase<PushTargetEntity, UUID> {
    private static final String DUE = """
        select t.* from broker.push_target t where t.state = 'WAITING' and t.due_at <= :now
        and not exists (select 1 from broker.push_target o where o.site = t.site and o.kind = t.kind
            and o.state = 'WAITING' and (o.asked_at, o.target) < (t.asked_at, t.target))
        order by t.due_at limit :most for update of t skip locked\
        """;

    private final EntityManager database;

    PushTargets(EntityManager database) {
        this.database = database;
    }

    /** One attempt to make, leased to the caller. */
    record Attempt(UUID target, SiteId site, UUID push, int number) {
        boolean isFirst() {
            return number == 1;
        }
    }

    @Transactional
    List<Attempt> claimDue(Instant now, Duration lease, int most) {
        List<?> rows = database.createNativeQuery(DUE, PushTargetEntity.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(PushTargetEntity.class::cast)
                .map(target -> {
                    target.dueAt = now.plus(lease);
                    target.attempts++;
                    return new Attempt(target.target, new SiteId(target.site), target.push, target.attempts);
                })
                .toList();
    }

    /** Stores what an attempt came to, unless another attempt has come to an end before. */
    @Transactional
    void attempted(UUID target, PushResult result, Instant now) {
        findByIdOptional(target, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.state == PushState.WAITING)
                .ifPresent(row -> row.follow(result, now));
    }

    /** What waits for a site is due now. */
    @Transactional
    void dueAtOnce(SiteId site, Instant now) {
        update("dueAt = ?1 where site = ?2 and state = ?3 and dueAt > ?1", now, site.value(), PushState.WAITING);
    }

    @Transactional
    Map<PushState, Long> counts(UUID push) {
        Map<PushState, Long> counts = new EnumMap<>(PushState.class);
        database.createQuery(
                        "select t.state, count(t) from PushTargetEntity t where t.push = :push group by t.state",
                        Object[].class)
                .setParameter("push", push)
                .getResultList()
                .forEach(row -> counts.put((PushState) row[0], (Long) row[1]));
        return counts;
    }

    @Transactional
    List<PushTargetEntity> of(UUID push, Optional<PushState> state, int page, int size) {
        return state.map(wanted -> find("push = ?1 and state = ?2", Sort.by("site"), push, wanted))
                .orElseGet(() -> find("push", Sort.by("site"), push))
                .page(page, size)
                .list();
    }
}
