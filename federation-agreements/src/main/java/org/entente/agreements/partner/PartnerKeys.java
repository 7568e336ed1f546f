package org.entente.agreements.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
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
     * @param introducedBy the key that signed for it
     * @param introducedAt the time of the document in which it did
     */
    @Transactional
    public void add(OperatorId partner, PublishedKey key, String introducedBy, Instant introducedAt) {
        PartnerKeyEntity entity = PartnerKeyEntity.of(key);
        entity.introducedBy = introducedBy;
        entity.introducedAt = introducedAt;
        partners.row(partner).keys.add(entity);
        partners.flush();
    }

    /** Believes a key because an engineer compared its fingerprint, be it new here, introduced, or fallen with another. */
    @Transactional
    public PartnerKey compared(OperatorId partner, PublishedKey key, Instant now) {
        List<PartnerKeyEntity> keys = partners.row(partner).keys;
        PartnerKeyEntity row = keys.stream()
                .filter(one -> one.keyId.equals(key.id()))
                .findFirst()
                .orElseGet(() -> {
                    PartnerKeyEntity fresh = PartnerKeyEntity.of(key);
                    keys.add(fresh);
                    return fresh;
                });
        row.compared(now);
        partners.flush();
        return row.partnerKey();
    }

    /** Lets a key of this partner count no longer than to this moment. */
    @Transactional
    public void retire(OperatorId partner, String keyId, Instant end) {
        rows(partner).stream().filter(row -> row.keyId.equals(keyId)).forEach(row -> row.retire(end));
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
