package org.entente.agreements.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
public class Partners implements ClosedPartners, PanacheRepositoryBase<PartnerEntity, String> {
    private final Event<PartnerConfirmed> confirmations;

    Partners(Event<PartnerConfirmed> confirmations) {
        this.confirmations = confirmations;
    }

    @Transactional
    public Optional<Partner> find(OperatorId operator) {
        return findByIdOptional(operator.value()).map(PartnerEntity::partner);
    }

    /** The partner, known and active, or a problem. */
    @Transactional
    public Partner active(OperatorId operator) {
        Partner partner = find(operator).orElseThrow(() -> unknown(operator));
        if (partner.state() != PartnerState.ACTIVE) {
            throw closed(partner);
        }
        return partner;
    }

    /** The partner, known and in a state in which something is taken from it, or a problem. */
    @Transactional
    public Partner open(OperatorId operator) {
        Partner partner = find(operator).orElseThrow(() -> unknown(operator));
        if (!partner.state().isOpen()) {
            throw closed(partner);
        }
        return partner;
    }

    /** What to say of something that is not taken from a partner in its state. */
    public static ProblemException closed(Partner partner) {
        return new ProblemException(PartnerProblem.PARTNER_NOT_ACTIVE, why(partner));
    }

    /** The partner whose keys were confirmed, in whatever state it is now, or a problem. */
    @Transactional
    public Partner confirmed(OperatorId operator) {
        Partner partner = find(operator).orElseThrow(() -> unknown(operator));
        if (partner.state() == PartnerState.INVITED) {
            throw closed(partner);
        }
        return partner;
    }

    @Override
    @Transactional
    public Optional<String> whyClosed(OperatorId operator) {
        return find(operator)
                .filter(Partner::isClosed)
                .map(partner -> partner.state().isOpen() ? whyTheirs(partner) : why(partner));
    }

    /** The partner with which new things may be begun: active for us, and we for it. Else a problem. */
    @Transactional
    public Partner usable(OperatorId operator) {
        Partner partner = active(operator);
        if (!partner.isUsable()) {
            throw new ProblemException(PartnerProblem.PARTNER_NOT_ACTIVE, whyTheirs(partner));
        }
        return partner;
    }

    /** Brings a partner to a state that may follow its own, for a reason. Bringing it where it is changes nothing. */
    @Transactional
    public Partner changed(OperatorId operator, PartnerState next, String reason) {
        PartnerEntity entity = row(operator);
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
        PartnerEntity entity = row(operator);
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
        entity.operator = discovery.operator();
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

    /** Takes the keys of a partner that nobody has confirmed yet as it publishes them now. */
    @Transactional
    Partner refreshed(OperatorId operator, List<PublishedKey> keys) {
        PartnerEntity entity = row(operator);
        if (entity.state == PartnerState.INVITED) {
            entity.keys.removeIf(
                    known -> keys.stream().noneMatch(key -> key.id().equals(known.keyId)));
            keys.stream()
                    .filter(key -> entity.keys.stream().noneMatch(known -> known.keyId.equals(key.id())))
                    .forEach(key -> entity.keys.add(PartnerKeyEntity.of(key)));
            flush();
        }
        return entity.partner();
    }

    /**
     * Trusts the key whose fingerprint was read out, and no other that was published with it. Confirming again changes
     * nothing.
     */
    @Transactional
    Partner confirmed(OperatorId operator, String fingerprint, Instant now) {
        PartnerEntity entity = row(operator);
        PublishedKey confirmed = entity.partner().keys().keys().stream()
                .filter(key -> Fingerprint.of(key).equalsIgnoreCase(fingerprint.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        PartnerProblem.FINGERPRINT_DIFFERS,
                        "The fingerprint is not that of the key which " + operator + " published"));
        if (entity.state == PartnerState.INVITED) {
            entity.keys.removeIf(key -> !key.keyId.equals(confirmed.id()));
            entity.keys.forEach(key -> key.compared(now));
            entity.state = PartnerState.ACTIVE;
            entity.confirmedAt = now;
            confirmations.fire(new PartnerConfirmed(operator));
        }
        return entity.partner();
    }

    PartnerEntity row(OperatorId operator) {
        return findByIdOptional(operator.value()).orElseThrow(() -> unknown(operator));
    }

    private static String whyTheirs(Partner partner) {
        return partner.operator() + " has " + partner.theirs() + " us: "
                + partner.theirsReason().orElse("it gave no reason");
    }

    /** Why nothing is taken from a partner in its state, in a sentence. */
    public static String why(Partner partner) {
        return partner.state() == PartnerState.INVITED
                ? partner.operator() + " is INVITED: its fingerprint has not been confirmed"
                : partner.operator() + " is " + partner.state() + ": "
                        + partner.stateReason().orElse("no reason was given");
    }

    private static ProblemException unknown(OperatorId operator) {
        return new ProblemException(PartnerProblem.PARTNER_UNKNOWN, "There is no partner called " + operator);
    }
}
