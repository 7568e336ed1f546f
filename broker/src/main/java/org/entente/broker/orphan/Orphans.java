package org.entente.broker.orphan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.agreements.language.SiteId;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.SiteReturned;

/** The orphans found so far, and when each site is swept next. */
@ApplicationScoped
public class Orphans implements PanacheRepositoryBase<OrphanEntity, UUID> {
    private static final int LISTED_MAX = 1000;
    private static final String KNOWN = """
        select i.instance from broker.instance i
        where i.site = :site and i.state <> 'ENDED' and not (i.state = 'FAILED' and i.due_at is null)\
        """;
    private static final String NEW_SITES = """
        insert into broker.orphan_sweep (site, due_at) select s.site, :now from broker.site s
        on conflict (site) do nothing\
        """;
    private static final String DUE = """
        update broker.orphan_sweep w set due_at = :next where w.site in (select d.site from broker.orphan_sweep d
        where d.due_at <= :now order by d.due_at limit :most for update skip locked) returning w.site\
        """;
    private static final String SOON = "update broker.orphan_sweep w set due_at = :now where w.site = :site";

    private static final String RETURNED = """
        insert into broker.orphan_sweep (site, due_at, returned_at) values (:site, :now, :now)
        on conflict (site) do update set due_at = :now, returned_at = :now\
        """;
    private static final String RETURNED_AT = """
        update broker.orphan_sweep w set returned_at = null from broker.orphan_sweep o
        where w.site = :site and o.site = w.site and o.returned_at is not null returning o.returned_at\
        """;

    private final InstantSource clock;

    Orphans(InstantSource clock) {
        this.clock = clock;
    }

    /** What was cut off is compared as soon as it answers again: its sweep is due with the commit that says so. */
    @Transactional
    void returned(@Observes SiteReturned returned) {
        getEntityManager()
                .createNativeQuery(RETURNED)
                .setParameter("site", returned.site().value())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Sites that are due to be swept; each is due again after the pause, whatever becomes of this sweep. */
    @Transactional
    List<SiteId> claimDue(Instant now, Duration pause, int most) {
        getEntityManager().createNativeQuery(NEW_SITES).setParameter("now", now).executeUpdate();
        List<?> due = getEntityManager()
                .createNativeQuery(DUE, String.class)
                .setParameter("now", now)
                .setParameter("next", now.plus(pause))
                .setParameter("most", most)
                .getResultList();
        return due.stream().map(site -> new SiteId((String) site)).toList();
    }

    /** Replaces what was known of a site: whatever is there and belongs to no instance of ours there. */
    @Transactional
    void found(SiteId site, List<MarkedResource> inventory, Instant now) {
        List<?> rows = getEntityManager()
                .createNativeQuery(KNOWN, String.class)
                .setParameter("site", site.value())
                .getResultList();
        Set<Object> known = new HashSet<>(rows);
        List<MarkedResource> without = inventory.stream()
                .filter(marked -> !known.contains(marked.instance().value()))
                .toList();
        String because = because(site);
        List<OrphanEntity> before = list("site", site.value());
        before.stream()
                .filter(row -> without.stream().noneMatch(marked -> isSame(row, marked)))
                .forEach(this::delete);
        without.stream()
                .filter(marked -> before.stream().noneMatch(row -> isSame(row, marked)))
                .forEach(marked -> persist(OrphanEntity.of(site.value(), marked, because, now)));
    }

    private String because(SiteId site) {
        List<?> returnedAt = getEntityManager()
                .createNativeQuery(RETURNED_AT, Instant.class)
                .setParameter("site", site.value())
                .getResultList();
        return returnedAt.isEmpty()
                ? "A sweep found it, and no instance of ours is there by our books."
                : "It was there when " + site + " answered again after it was cut off, at " + returnedAt.getFirst()
                        + ", and no instance of ours is there by our books.";
    }

    @Transactional
    List<OrphanEntity> at(SiteId site) {
        return find("site", Sort.by("foundAt").and("orphan"), site.value())
                .page(0, LISTED_MAX)
                .list();
    }

    /** Has an orphan removed with the next sweep, which is due now. Returns whether there is such an orphan. */
    @Transactional
    boolean remove(SiteId site, UUID orphan, Instant now) {
        OrphanEntity entity = findById(orphan, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null || !entity.site.equals(site.value())) {
            return false;
        }
        entity.state = OrphanEntity.State.REMOVING;
        getEntityManager()
                .createNativeQuery(SOON)
                .setParameter("now", now)
                .setParameter("site", site.value())
                .executeUpdate();
        return true;
    }

    /** What is to go, servers first: what belongs to them can go only after them. */
    @Transactional
    List<OrphanEntity> toRemove(SiteId site) {
        return list("site = ?1 and state = ?2", site.value(), OrphanEntity.State.REMOVING).stream()
                .sorted((one, other) -> Boolean.compare(other.kind.equals("server"), one.kind.equals("server")))
                .toList();
    }

    @Transactional
    void refused(UUID orphan, String reason) {
        findByIdOptional(orphan).ifPresent(entity -> entity.reason = reason);
    }

    private static boolean isSame(OrphanEntity row, MarkedResource marked) {
        return row.kind.equals(marked.kind()) && row.resource.equals(marked.id());
    }
}
