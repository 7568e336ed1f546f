package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.signing.Confirmations;
import org.jboss.logging.Logger;

/** A partner confirmed our new key by its own signature, or said why not. */
@ApplicationScoped
public class KeyChangeAnswerHandler implements AnswerHandler<KeyChange> {
    private static final Logger LOG = Logger.getLogger(KeyChangeAnswerHandler.class);

    private final Confirmations confirmations;
    private final InstantSource clock;

    KeyChangeAnswerHandler(Confirmations confirmations, InstantSource clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public Class<KeyChange> sent() {
        return KeyChange.class;
    }

    @Override
    public void answered(VerifiedDocument<KeyChange> sent, VerifiedDocument<?> answer) {
        if (answer.hash().equals(sent.hash())) {
            confirmations.confirmed(keyId(sent), sent.document().audience(), clock.instant());
        } else if (answer.body() instanceof Refusal(String code, String sentence)) {
            refused(sent, code, sentence);
        }
    }

    @Override
    public void rejected(VerifiedDocument<KeyChange> sent, String code, String sentence) {
        refused(sent, code, sentence);
    }

    private void refused(VerifiedDocument<KeyChange> sent, String code, String sentence) {
        confirmations.refused(keyId(sent), sent.document().audience(), sentence);
        LOG.warnf(
                "partner does not take our new key operatorId=%s keyId=%s errorCode=%s",
                sent.document().audience(), keyId(sent), code);
    }

    private static String keyId(VerifiedDocument<KeyChange> sent) {
        return PublishedKey.of(sent.body().key(), sent.body().validFrom()).id();
    }
}
