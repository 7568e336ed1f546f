package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
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
 * Believing a partner's key by its fingerprint, read out by the partner's engineer. For a key that a document introduced
 * this adds a second reason to believe it; for one that no document could introduce, because the only key that could sign is
 * lost or revoked, it is the only one. The engineer waits for the call, as when inviting.
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

    /** What the partner publishes now. */
    List<PublishedKey> published(OperatorId operator) {
        return invitations.published(partners.confirmed(operator));
    }

    PartnerKey learn(OperatorId operator, List<PublishedKey> published, String fingerprint) {
        Partner partner = partners.confirmed(operator);
        PublishedKey key = published.stream()
                .filter(one -> Fingerprint.of(one).equalsIgnoreCase(fingerprint.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        PartnerProblem.FINGERPRINT_DIFFERS,
                        operator + " publishes no key with this fingerprint at " + partner.url()));
        boolean isTheirs = partner.keys().key(key.id()).isPresent();
        if (!isTheirs && (keys.isTaken(key.id()) || own.history().key(key.id()).isPresent())) {
            throw new ProblemException(KeyProblem.KEY_TAKEN, "Another operator has this key");
        }
        return keys.compared(operator, key, clock.instant());
    }
}
