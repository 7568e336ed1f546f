package org.entente.agreements.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.PartnerKey;
import org.entente.agreements.partner.PartnerKeys;
import org.entente.agreements.signing.OwnKeys;
import org.jboss.logging.Logger;

/** A partner introduces a new key: it is kept, and confirmed by our signature over the same bytes. */
@ApplicationScoped
public class KeyChangeHandler implements DocumentHandler<KeyChange> {
    private static final Logger LOG = Logger.getLogger(KeyChangeHandler.class);
    private static final int KEYS_IN_USE_MAX = 8;
    private static final Duration AHEAD_MAX = Duration.ofDays(401);
    private static final Duration BACK_MAX = Duration.ofMinutes(5);

    private final PartnerKeys keys;
    private final OwnKeys own;
    private final InstantSource clock;

    KeyChangeHandler(PartnerKeys keys, OwnKeys own, InstantSource clock) {
        this.keys = keys;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public Class<KeyChange> accepts() {
        return KeyChange.class;
    }

    @Override
    public Answer handle(VerifiedDocument<KeyChange> received) {
        Document<KeyChange> document = received.document();
        OperatorId partner = document.issuer();
        if (partner.equals(own.operator())) {
            return Answer.refused("KEY_NOT_YOURS", "A key is introduced by its owner");
        }
        KeyChange change = document.body();
        PublishedKey key = PublishedKey.of(change.key(), change.validFrom());
        List<PartnerKey> known = keys.of(partner);
        Optional<PublishedKey> earlier = known.stream()
                .map(PartnerKey::key)
                .filter(one -> one.id().equals(key.id()))
                .findFirst();
        if (earlier.isPresent()) {
            return again(partner, earlier.get(), change);
        }
        Optional<Answer> refusal = refusal(document, key, known);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        keys.add(partner, key, signedBy(received, known), document.issuedAt());
        keys.retire(partner, change.replaces(), change.retires());
        LOG.infof("partner introduced a key operatorId=%s keyId=%s", partner, key.id());
        return new Answer.Countersigned();
    }

    /** An engineer was quicker, or the partner says it once more: confirmed again, unless the key is no longer believed. */
    private Answer again(OperatorId partner, PublishedKey key, KeyChange change) {
        if (key.isOverAt(clock.instant())
                || key.revokedFrom().isPresent()
                || key.id().equals(change.replaces())) {
            return Answer.refused("KEY_TAKEN", "This key was introduced before, and is over");
        }
        keys.retire(partner, change.replaces(), change.retires());
        return new Answer.Countersigned();
    }

    private Optional<Answer> refusal(Document<KeyChange> document, PublishedKey key, List<PartnerKey> known) {
        KeyChange change = document.body();
        Instant now = clock.instant();
        if (keys.isTaken(key.id()) || own.history().key(key.id()).isPresent()) {
            return Optional.of(Answer.refused("KEY_TAKEN", "Another operator has this key"));
        }
        if (known.stream().noneMatch(one -> one.key().id().equals(change.replaces()))) {
            return Optional.of(Answer.refused("KEY_UNKNOWN", "The key to be replaced is not known here"));
        }
        if (known.stream().filter(one -> !one.key().isOverAt(now)).count() >= KEYS_IN_USE_MAX) {
            return Optional.of(
                    Answer.refused("KEY_TOO_MANY", "At most " + KEYS_IN_USE_MAX + " keys are in use at once"));
        }
        if (change.validFrom().isBefore(document.issuedAt().minus(BACK_MAX))
                || change.validFrom().isAfter(now.plus(AHEAD_MAX))
                || change.retires().isBefore(document.issuedAt())) {
            return Optional.of(Answer.refused(
                    "KEY_TIMES_WRONG", "A key counts from its introduction on, and the one before it until later"));
        }
        return Optional.empty();
    }

    private static String signedBy(VerifiedDocument<?> received, List<PartnerKey> known) {
        KeyHistory history = new KeyHistory(
                received.document().issuer(),
                known.stream().map(PartnerKey::key).toList());
        return SigningKeyOf.issuer(received, history);
    }
}
