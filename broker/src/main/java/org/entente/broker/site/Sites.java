package org.entente.broker.site;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.SiteId;

/** Our own sites in PostgreSQL. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<SiteEntity, String> {
    private static final String DUE = """
            select s.* from broker.site s where s.due_at <= :now
            order by s.due_at limit :most for update skip locked""";

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
        return findByIdOptional(site.value(), LockModeType.PESSIMISTIC_WRITE).map(this::connected);
    }

    @Transactional
    public List<ConnectedSite> all() {
        return findAll(Sort.by("site")).stream().map(this::connected).toList();
    }

    @Transactional
    void connect(ConnectedSite site, Instant now) {
        SiteEntity entity = new SiteEntity();
        entity.site = site.site().value();
        entity.name = site.name();
        entity.country = site.country();
        entity.technology = site.technology();
        entity.address = site.endpoint().address().toString();
        entity.account = site.endpoint().account();
        entity.encryptedSecret = secrets.encrypted(site.site(), site.endpoint().secret());
        entity.region = site.endpoint().region();
        entity.state = SiteState.CONNECTING;
        entity.dueAt = now;
        persistAndFlush(entity);
    }

    /** Sites whose probe is due, leased until it is certainly over. */
    @Transactional
    List<ConnectedSite> claimDue(Instant now, Duration lease, int most) {
        List<?> due = getEntityManager()
                .createNativeQuery(DUE, SiteEntity.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return due.stream()
                .map(SiteEntity.class::cast)
                .map(entity -> {
                    entity.dueAt = now.plus(lease);
                    return connected(entity);
                })
                .toList();
    }

    @Transactional
    void probed(SiteId site, SiteCapabilities capabilities, Instant now, Instant dueAt) {
        SiteEntity entity = findById(site.value());
        entity.state = SiteState.AVAILABLE;
        entity.capabilities = capabilities;
        entity.seenAt = now;
        entity.lastFailure = null;
        entity.dueAt = dueAt;
    }

    @Transactional
    void failed(SiteId site, String reason, Instant dueAt) {
        SiteEntity entity = findById(site.value());
        entity.state = entity.capabilities == null ? SiteState.CONNECTING : SiteState.UNREACHABLE;
        entity.lastFailure = reason;
        entity.dueAt = dueAt;
    }

    private ConnectedSite connected(SiteEntity entity) {
        SiteId site = new SiteId(entity.site);
        return new ConnectedSite(
                site,
                entity.name,
                entity.country,
                entity.technology,
                new Endpoint(
                        URI.create(entity.address),
                        entity.account,
                        secrets.decrypted(site, entity.encryptedSecret),
                        entity.region),
                entity.state,
                Optional.ofNullable(entity.capabilities),
                Optional.ofNullable(entity.seenAt),
                Optional.ofNullable(entity.lastFailure));
    }
}
