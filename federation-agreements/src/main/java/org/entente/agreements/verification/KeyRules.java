package org.entente.agreements.verification;

import java.util.Collection;
import java.util.Optional;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;

/** Changes of keys: confirmed by the other side, told by another key than the one in question, and kept in the history. */
record KeyRules(Collection<KeyHistory> histories, Checked file) {
    void check(VerifiedDocument<?> document, KeyChange change) {
        OperatorId owner = document.document().issuer();
        String id = PublishedKey.of(change.key(), change.validFrom()).id();
        PaperTrail.bothSigned(
                file,
                document,
                document.document().audience() + " confirmed the key " + id + " of " + owner + ", which counts from "
                        + change.validFrom());
        if (inHistory(owner, id).isPresent()) {
            file.proved("the key that it introduces is in the key history of " + owner);
        } else {
            file.open("the key that it introduces is not in the key history of " + owner + ", which may be older");
        }
    }

    void check(VerifiedDocument<?> document, KeyRevocation revocation) {
        OperatorId owner = document.document().issuer();
        boolean revokesItself = document.signed().signatures().stream()
                .map(DocumentVerifier::keyId)
                .anyMatch(revocation.key()::equals);
        if (revokesItself) {
            file.broken(
                    "REVOCATION_NOT_BELIEVED",
                    "it is signed by the key that it revokes, which may have been in other hands");
        } else {
            file.proved("it is signed by another key than the one that it revokes");
        }
        boolean kept = inHistory(owner, revocation.key())
                .flatMap(PublishedKey::revokedFrom)
                .filter(from -> !from.isAfter(revocation.from()))
                .isPresent();
        if (kept) {
            file.proved("the key history of " + owner + " says the same");
        } else {
            file.broken(
                    "KEY_HISTORY_WITHOUT_REVOCATION",
                    "the key history of " + owner + " does not say that " + revocation.key() + " is revoked from "
                            + revocation.from() + " on: get a newer one");
        }
    }

    private Optional<PublishedKey> inHistory(OperatorId owner, String id) {
        return histories.stream()
                .filter(history -> history.operator().equals(owner))
                .flatMap(history -> history.key(id).stream())
                .findFirst();
    }
}
