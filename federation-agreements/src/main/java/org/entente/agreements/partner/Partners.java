package org.entente.agreements.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;

/** The stored partners. */
@ApplicationScoped
public class Partners implements PanacheRepositoryBase<PartnerEntity, String> {
    @Transactional
    public Optional<Partner> find(OperatorId operator) {
        return findByIdOptional(operator.value()).map(PartnerEntity::partner);
    }

    /** The partner, known and active, or a problem. */
    @Transactional
    public Partner active(OperatorId operator) {
        Partner partner = find(operator).orElseThrow(() -> unknown(operator));
        if (partner.state() != PartnerState.ACTIVE) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_NOT_ACTIVE,
                    operator + " is " + partner.state() + ": its fingerprint has not been confirmed");
        }
        return partner;
    }

    @Transactional
    public List<Partner> all() {
        return findAll(Sort.by("operator")).stream().map(PartnerEntity::partner).toList();
    }

    /** Stores what an operator published of itself; trust comes later. */
    @Transactional
    Partner invited(URI url, Discovery discovery, List<PublishedKey> keys, Instant now) {
        PartnerEntity entity = new PartnerEntity();
        entity.operator = new OperatorId(discovery.operator()).value();
        entity.name = discovery.name();
        entity.country = discovery.country();
        entity.url = url.toString();
        entity.peering = discovery.peering().toString();
        entity.tokenEndpoint = discovery.tokenEndpoint().toString();
        entity.tokenAudience = discovery.tokenAudience().toString();
        entity.state = PartnerState.INVITED;
        entity.invitedAt = now;
        keys.forEach(key -> entity.keys.add(PartnerKeyEntity.of(key)));
        persistAndFlush(entity);
        return entity.partner();
    }

    /** Marks the keys as confirmed where the fingerprint is the partner's. Confirming again changes nothing. */
    @Transactional
    Partner confirmed(OperatorId operator, String fingerprint, Instant now) {
        PartnerEntity entity = findByIdOptional(operator.value()).orElseThrow(() -> unknown(operator));
        if (!entity.partner().fingerprint().equalsIgnoreCase(fingerprint.strip())) {
            throw new ProblemException(
                    PartnerProblem.FINGERPRINT_DIFFERS,
                    "The fingerprint is not that of the key which " + operator + " published");
        }
        if (entity.state == PartnerState.INVITED) {
            entity.state = PartnerState.ACTIVE;
            entity.confirmedAt = now;
        }
        return entity.partner();
    }

    private static ProblemException unknown(OperatorId operator) {
        return new ProblemException(PartnerProblem.PARTNER_UNKNOWN, "There is no partner called " + operator);
    }
}
