package org.entente.broker.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.language.SiteId;

/** The history of our sites' capabilities. Every method runs in the caller's transaction. */
@ApplicationScoped
class Sightings implements PanacheRepositoryBase<SightingEntity, Long> {
    void add(SiteId site, Instant seenAt, SiteCapabilities seen) {
        SightingEntity entity = new SightingEntity();
        entity.site = site.value();
        entity.seenAt = seenAt;
        entity.release = seen.release();
        entity.capabilities = seen;
        persist(entity);
    }

    /** Some of a site's sightings, the newest first. */
    List<SightingEntity> latest(SiteId site, int from, int most) {
        return find("site = ?1 order by sighting desc", site.value())
                .range(from, from + most - 1)
                .list();
    }

    long count(SiteId site) {
        return count("site", site.value());
    }
}
