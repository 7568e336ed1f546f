package org.entente.agreements.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/** What is known of partners' keys beyond their histories, and the changes of it. */
@ApplicationScoped
public class PartnerKeys implements PanacheRepositoryBase<PartnerKeyEntity, String> {
    private final Partners partners;

    PartnerKeys(Partners partners) {
        this.partners = partners;
    }

    /** The partner's keys, oldest first. */
    @Transactional
    public List<PartnerKey> of(OperatorId partner) {
        return rows(partner).stream().map(PartnerKeyEntity::partnerKey).toList();
    }

    /** Whether some partner has this key. */
    @Transactional
    public boolean isTaken(String keyId) {
        return findByIdOptional(keyId).isPresent();
    }

    /**
     * Adds a key that is nobody's yet.
     *
     * @param introducedBy the key that signed for it; absent where an engineer compared its fingerprint
     */
    @Transactional
    public void add(OperatorId partner, PublishedKey key, Optional<String> introducedBy, Instant now) {
        PartnerKeyEntity entity = PartnerKeyEntity.of(key);
        entity.introducedBy = introducedBy.orElse(null);
        entity.introducedAt = now;
        partners.row(partner).keys.add(entity);
        partners.flush();
    }

    /** Lets a key count no longer than to this moment. */
    @Transactional
    public void retire(String keyId, Instant end) {
        findByIdOptional(keyId).ifPresent(row -> row.retire(end));
    }

    /** Believes nothing that a key signed from a moment on, nor any key that it introduced since. Returns their ids. */
    @Transactional
    public Set<String> revoke(OperatorId partner, String keyId, Instant from, String reason) {
        List<PartnerKeyEntity> rows = rows(partner);
        if (rows.stream().noneMatch(row -> row.keyId.equals(keyId))) {
            throw new ProblemException(PartnerProblem.PARTNER_KEY_UNKNOWN, partner + " has no key " + keyId);
        }
        Set<String> fallen = PartnerKey.fallWith(keyId, from, of(partner));
        rows.stream()
                .filter(row -> fallen.contains(row.keyId))
                .forEach(row -> row.revoke(row.keyId.equals(keyId) ? from : row.validFrom, reason));
        partners.flush();
        return fallen;
    }

    private List<PartnerKeyEntity> rows(OperatorId partner) {
        return List.copyOf(partners.row(partner).keys);
    }
}
