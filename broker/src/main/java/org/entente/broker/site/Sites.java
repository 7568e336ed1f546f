package org.entente.broker.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;

/** Our own sites in PostgreSQL. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<SiteEntity, String> {
    private final Secrets secrets;

    Sites(Secrets secrets) {
        this.secrets = secrets;
    }

    @Transactional
    public Optional<ConnectedSite> find(SiteId site) {
        return findByIdOptional(site.value()).map(this::connected);
    }

    /** The site, with its row locked until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<ConnectedSite> lock(SiteId site) {
        return lockedRow(site).map(this::connected);
    }

    /** All sites, those that left included. */
    @Transactional
    public List<ConnectedSite> all() {
        return findAll(Sort.by("site")).stream().map(this::connected).toList();
    }

    /** Sites whose latest probe was not answered. */
    @Transactional
    public List<ConnectedSite> outOfReach() {
        return find("outOfReachSince is not null and state <> ?1", Sort.by("site"), SiteState.RETIRED).stream()
                .map(this::connected)
                .toList();
    }

    Optional<SiteEntity> lockedRow(SiteId site) {
        return findByIdOptional(site.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    ConnectedSite connected(SiteEntity entity) {
        return entity.connected(secrets);
    }
}
