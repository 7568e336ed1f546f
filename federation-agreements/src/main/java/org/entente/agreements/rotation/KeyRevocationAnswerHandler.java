package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.signing.Confirmations;
import org.jboss.logging.Logger;

/** A partner heard that a key of ours may be in other hands; where it does not believe it, its engineer must be called. */
@ApplicationScoped
public class KeyRevocationAnswerHandler implements AnswerHandler<KeyRevocation> {
    private static final Logger LOG = Logger.getLogger(KeyRevocationAnswerHandler.class);

    private final Confirmations confirmations;

    KeyRevocationAnswerHandler(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public Class<KeyRevocation> sent() {
        return KeyRevocation.class;
    }

    @Override
    public void answered(VerifiedDocument<KeyRevocation> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Refusal(String code, String sentence)) {
            rejected(sent, code, sentence);
        }
    }

    @Override
    public void rejected(VerifiedDocument<KeyRevocation> sent, String code, String sentence) {
        confirmations.refused(sent.body().key(), sent.document().audience(), sentence);
        LOG.warnf(
                "partner does not believe our revocation, call its engineer operatorId=%s keyId=%s errorCode=%s",
                sent.document().audience(), sent.body().key(), code);
    }
}
