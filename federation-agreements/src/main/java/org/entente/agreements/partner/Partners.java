package org.entente.agreements.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.PartnerNotice;
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
            throw new ProblemException(PartnerProblem.PARTNER_NOT_ACTIVE, why(partner));
        }
        return partner;
    }

    /** The partner whose keys were confirmed, in whatever state it is now, or a problem. */
    @Transactional
    public Partner confirmed(OperatorId operator) {
        Partner partner = find(operator).orElseThrow(() -> unknown(operator));
        if (partner.state() == PartnerState.INVITED) {
            throw new ProblemException(PartnerProblem.PARTNER_NOT_ACTIVE, why(partner));
        }
        return partner;
    }

    /** The partner with which new things may be begun: active for us, and we for it. Else a problem. */
    @Transactional
    public Partner usable(OperatorId operator) {
        Partner partner = active(operator);
        if (!partner.isUsable()) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_NOT_ACTIVE,
                    operator + " has " + partner.theirs() + " us: "
                            + partner.theirsReason().orElse("it gave no reason"));
        }
        return partner;
    }

    /** Brings a partner to a state that may follow its own, for a reason. Bringing it where it is changes nothing. */
    @Transactional
    public Partner changed(OperatorId operator, PartnerState next, String reason) {
        PartnerEntity entity = findByIdOptional(operator.value()).orElseThrow(() -> unknown(operator));
        if (entity.state != next && !entity.state.next().contains(next)) {
            throw new ProblemException(
                    PartnerProblem.PARTNER_STATE_FINAL,
                    operator + " is " + entity.state + " and cannot become " + next);
        }
        entity.state = next;
        entity.stateReason = reason;
        return entity.partner();
    }

    /** Keeps how a partner stands to us by its own notice. */
    @Transactional
    public void told(OperatorId operator, PartnerNotice notice) {
        PartnerEntity entity = findByIdOptional(operator.value()).orElseThrow(() -> unknown(operator));
        entity.theirs = notice.standing();
        entity.theirsReason = notice.reason();
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

    private static String why(Partner partner) {
        return partner.state() == PartnerState.INVITED
                ? partner.operator() + " is INVITED: its fingerprint has not been confirmed"
                : partner.operator() + " is " + partner.state() + ": "
                        + partner.stateReason().orElse("no reason was given");
    }

    private static ProblemException unknown(OperatorId operator) {
        return new ProblemException(PartnerProblem.PARTNER_UNKNOWN, "There is no partner called " + operator);
    }
}
