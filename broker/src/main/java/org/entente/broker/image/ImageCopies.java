package org.entente.broker.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.SiteId;

/** The stored copies and who needs them. One row for an image at a site, whoever asks first. */
@ApplicationScoped
public class ImageCopies implements PanacheRepositoryBase<ImageCopyEntity, UUID> {
    private static final String ASK = """
        insert into broker.image_copy (copy, site, source, source_site, source_name, source_address, state, sha256,
            arrived_bytes, pinned, attempts, due_at, version)
        values (:copy, :site, :source, nullif(:sourceSite, ''), nullif(:sourceName, ''), nullif(:sourceAddress, ''),
            'COPYING', nullif(:sha256, ''), 0, false, 0, :now, 0)
        on conflict (site, source) do nothing\
        """;
    private static final String USE = """
        insert into broker.image_use (copy, instance)
        select c.copy, :instance from broker.image_copy c where c.site = :site and c.source = :source
        on conflict do nothing\
        """;
    private static final String DUE = """
        select c.* from broker.image_copy c where c.state in ('COPYING', 'REMOVING') and c.due_at <= :now
        order by c.due_at limit :most for update skip locked\
        """;
    private static final String FORGET_USES = """
        delete from broker.image_use u where not exists (select 1 from broker.instance i
        where i.instance = u.instance and i.state <> 'ENDED' and not (i.state = 'FAILED' and i.due_at is null))\
        """;
    private static final String UNUSED = """
        select c.* from broker.image_copy c
        where c.state in ('READY', 'FAILED') and not c.pinned and c.due_at <= :before
        and not exists (select 1 from broker.image_use u where u.copy = c.copy)
        limit 100 for update skip locked\
        """;
    private static final String TOUCH = """
        update broker.image_copy c set due_at = :now
        where c.state in ('READY', 'FAILED') and exists (select 1 from broker.image_use u where u.copy = c.copy)\
        """;

    /** The copy that an instance waits for; asked for now if nobody did before. */
    @Transactional
    ImageCopyEntity needed(InstanceId instance, SiteId site, ImageSource source, Instant now) {
        ask(site, source, now);
        getEntityManager()
                .createNativeQuery(USE)
                .setParameter("instance", instance.value())
                .setParameter("site", site.value())
                .setParameter("source", wordsOf(source))
                .executeUpdate();
        return of(site, source);
    }

    /** The copy that stays at a site; asked for now if nobody did before. */
    @Transactional
    ImageCopyEntity pinned(SiteId site, ImageSource source, Instant now) {
        ask(site, source, now);
        update("pinned = true where site = ?1 and source = ?2 and not pinned", site.value(), wordsOf(source));
        return of(site, source);
    }

    /** Has a copy that failed tried again. */
    @Transactional
    void retry(SiteId site, ImageSource source, Instant now) {
        update(
                "state = ?1, attempts = 0, reason = null, dueAt = ?2 where site = ?3 and source = ?4 and state = ?5",
                CopyState.COPYING,
                now,
                site.value(),
                wordsOf(source),
                CopyState.FAILED);
    }

    private ImageCopyEntity of(SiteId site, ImageSource source) {
        return find("site = ?1 and source = ?2", site.value(), wordsOf(source)).singleResult();
    }

    private void ask(SiteId site, ImageSource source, Instant now) {
        getEntityManager()
                .createNativeQuery(ASK)
                .setParameter("copy", UUID.randomUUID())
                .setParameter("site", site.value())
                .setParameter("source", wordsOf(source))
                .setParameter(
                        "sourceSite",
                        source instanceof ImageSource.AtSite there
                                ? there.site().value()
                                : "")
                .setParameter("sourceName", source instanceof ImageSource.AtSite there ? there.name() : "")
                .setParameter(
                        "sourceAddress",
                        source instanceof ImageSource.AtAddress web
                                ? web.address().toString()
                                : "")
                .setParameter("sha256", source instanceof ImageSource.AtAddress web ? web.sha256() : "")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Copies to go on with or to remove, leased to the caller. */
    @Transactional
    List<Claimed> claimDue(Instant now, Duration lease, int most) {
        List<?> rows = getEntityManager()
                .createNativeQuery(DUE, ImageCopyEntity.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(ImageCopyEntity.class::cast)
                .map(entity -> {
                    entity.dueAt = now.plus(lease);
                    entity.attempts++;
                    return new Claimed(Copy.of(entity), entity.state);
                })
                .toList();
    }

    /** A copy with what is to be done about it. */
    record Claimed(Copy copy, CopyState state) {}

    @Transactional
    void arrived(UUID copy, long bytes, Optional<Long> size, Instant leaseEnds) {
        locked(copy).ifPresent(entity -> {
            entity.arrivedBytes = bytes;
            entity.sizeBytes = size.orElse(null);
            entity.dueAt = leaseEnds;
        });
    }

    @Transactional
    void ready(UUID copy, String sha256, String imageId, Instant now) {
        locked(copy).ifPresent(entity -> {
            entity.state = CopyState.READY;
            entity.sha256 = sha256;
            entity.imageId = imageId;
            entity.reason = null;
            entity.dueAt = now;
        });
    }

    @Transactional
    void cutOff(UUID copy, String reason, Instant dueAt) {
        locked(copy).ifPresent(entity -> {
            entity.reason = reason;
            entity.dueAt = dueAt;
        });
    }

    @Transactional
    void failed(UUID copy, String reason, Instant now) {
        locked(copy).ifPresent(entity -> {
            entity.state = CopyState.FAILED;
            entity.reason = reason;
            entity.dueAt = now;
        });
    }

    @Transactional
    void removed(UUID copy) {
        locked(copy).filter(entity -> entity.state == CopyState.REMOVING).ifPresent(this::delete);
    }

    /** Forgets instances that are gone, and has copies that nobody needed for a while removed. */
    @Transactional
    void sweep(Instant now, Duration keptUnused) {
        getEntityManager().createNativeQuery(FORGET_USES).executeUpdate();
        getEntityManager().createNativeQuery(TOUCH).setParameter("now", now).executeUpdate();
        List<?> unused = getEntityManager()
                .createNativeQuery(UNUSED, ImageCopyEntity.class)
                .setParameter("before", now.minus(keptUnused))
                .getResultList();
        unused.stream().map(ImageCopyEntity.class::cast).forEach(entity -> {
            entity.state = CopyState.REMOVING;
            entity.attempts = 0;
            entity.dueAt = now;
        });
    }

    private Optional<ImageCopyEntity> locked(UUID copy) {
        return findByIdOptional(copy, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same words for the same image: at an address its content counts, not where it lies. */
    private static String wordsOf(ImageSource source) {
        return switch (source) {
            case ImageSource.AtSite there -> "site " + there.site() + " " + there.name();
            case ImageSource.AtAddress web -> "sha256 " + web.sha256();
            case ImageSource.Named named -> throw new IllegalArgumentException("At the site already: " + named);
            case ImageSource.WithChecksum content ->
                throw new IllegalArgumentException("At the site already: " + content);
        };
    }
}
