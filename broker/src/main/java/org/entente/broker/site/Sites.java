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

    /** The site with its secret, for those who call it. */
    @Transactional
    public Optional<ConnectedSite> find(SiteId site) {
        return findByIdOptional(site.value()).map(this::connected);
    }

    /** What is known of a site. Like all that is read for many sites it comes without its secret, which nobody opens. */
    @Transactional
    public Optional<ConnectedSite> known(SiteId site) {
        return findByIdOptional(site.value()).map(Sites::known);
    }

    /** The site without its secret, with its row locked until the caller's transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Optional<ConnectedSite> lock(SiteId site) {
        return lockedRow(site).map(Sites::known);
    }

    /** All sites without their secrets, those that left included. */
    @Transactional
    public List<ConnectedSite> all() {
        return findAll(Sort.by("site")).stream().map(Sites::known).toList();
    }

    /** Sites whose latest probe was not answered, without their secrets. */
    @Transactional
    public List<ConnectedSite> outOfReach() {
        return find("outOfReachSince is not null and state <> ?1", Sort.by("site"), SiteState.RETIRED).stream()
                .map(Sites::known)
                .toList();
    }

    Optional<SiteEntity> lockedRow(SiteId site) {
        return findByIdOptional(site.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    ConnectedSite connected(SiteEntity entity) {
        return entity.connected(secrets::decrypted);
    }

    private static ConnectedSite known(SiteEntity entity) {
        return entity.connected((site, encrypted) -> "");
    }
}
