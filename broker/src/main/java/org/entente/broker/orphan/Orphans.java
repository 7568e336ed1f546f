package org.entente.broker.orphan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.agreements.language.SiteId;
import org.entente.broker.site.MarkedResource;

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
        List<OrphanEntity> before = list("site", site.value());
        before.stream()
                .filter(row -> without.stream().noneMatch(marked -> isSame(row, marked)))
                .forEach(this::delete);
        without.stream()
                .filter(marked -> before.stream().noneMatch(row -> isSame(row, marked)))
                .forEach(marked -> persist(OrphanEntity.of(site.value(), marked, now)));
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
