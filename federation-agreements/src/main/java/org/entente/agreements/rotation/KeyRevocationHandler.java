package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.PartnerKey;
import org.entente.agreements.partner.PartnerKeys;
import org.entente.agreements.signing.OwnKeys;
import org.jboss.logging.Logger;

/**
 * A partner revokes a key of its own. Whoever has the key could write such a document too, and so could whoever has a key
 * that it introduced: neither is believed.
 */
@ApplicationScoped
public class KeyRevocationHandler implements DocumentHandler<KeyRevocation> {
    private static final Logger LOG = Logger.getLogger(KeyRevocationHandler.class);
    private static final Duration SKEW_MAX = Duration.ofMinutes(2);

    private final PartnerKeys keys;
    private final OwnKeys own;
    private final InstantSource clock;

    KeyRevocationHandler(PartnerKeys keys, OwnKeys own, InstantSource clock) {
        this.keys = keys;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public Class<KeyRevocation> accepts() {
        return KeyRevocation.class;
    }

    @Override
    public Answer handle(VerifiedDocument<KeyRevocation> received) {
        OperatorId partner = received.document().issuer();
        KeyRevocation revocation = received.body();
        if (partner.equals(own.operator())) {
            return Answer.refused("KEY_NOT_YOURS", "A key is revoked by its owner");
        }
        List<PartnerKey> known = keys.of(partner);
        KeyHistory history =
                new KeyHistory(partner, known.stream().map(PartnerKey::key).toList());
        if (history.key(revocation.key()).isEmpty()) {
            return Answer.refused("KEY_UNKNOWN", "The key to be revoked is not known here");
        }
        if (revocation.from().isAfter(clock.instant().plus(SKEW_MAX))) {
            return Answer.refused("KEY_TIMES_WRONG", "A key is revoked from now or from an earlier moment");
        }
        Set<String> fallen = PartnerKey.fallWith(revocation.key(), revocation.from(), known);
        if (fallen.contains(SigningKeyOf.issuer(received, history))) {
            return Answer.refused(
                    "REVOCATION_NOT_BELIEVED",
                    "It is signed by the key in question, or by one which that key introduced: call our engineer");
        }
        keys.revoke(partner, revocation.key(), revocation.from(), revocation.reason());
        LOG.warnf("partner revoked a key operatorId=%s keyId=%s from=%s", partner, revocation.key(), revocation.from());
        return Answer.acknowledged();
    }
}
