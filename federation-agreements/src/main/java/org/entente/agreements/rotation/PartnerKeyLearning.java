package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Fingerprint;
import org.entente.agreements.partner.Invitations;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.PartnerKey;
import org.entente.agreements.partner.PartnerKeys;
import org.entente.agreements.partner.PartnerProblem;
import org.entente.agreements.partner.Partners;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.signing.KeyProblem;
import org.entente.agreements.signing.OwnKeys;

/**
 * Learning a partner's key by its fingerprint, read out by the partner's engineer: where its own documents cannot introduce
 * it, because the only key that could sign them is lost or revoked. The engineer waits for the call, as when inviting.
 */
@ApplicationScoped
class PartnerKeyLearning {
    private final Partners partners;
    private final PartnerKeys keys;
    private final Invitations invitations;
    private final OwnKeys own;
    private final InstantSource clock;

    PartnerKeyLearning(Partners partners, PartnerKeys keys, Invitations invitations, OwnKeys own, InstantSource clock) {
        this.partners = partners;
        this.keys = keys;
        this.invitations = invitations;
        this.own = own;
        this.clock = clock;
    }

    PartnerKey learn(OperatorId operator, String fingerprint) {
        Partner partner = partners.confirmed(operator);
        PublishedKey key = invitations.published(partner).stream()
                .filter(one -> Fingerprint.of(one).equalsIgnoreCase(fingerprint.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        PartnerProblem.FINGERPRINT_DIFFERS,
                        operator + " publishes no key with this fingerprint at " + partner.url()));
        if (partner.keys().key(key.id()).isEmpty()) {
            if (keys.isTaken(key.id()) || own.history().key(key.id()).isPresent()) {
                throw new ProblemException(KeyProblem.KEY_TAKEN, "Another operator has this key");
            }
            keys.add(operator, key, Optional.empty(), clock.instant());
        }
        return keys.of(operator).stream()
                .filter(one -> one.key().id().equals(key.id()))
                .findFirst()
                .orElseThrow();
    }
}
