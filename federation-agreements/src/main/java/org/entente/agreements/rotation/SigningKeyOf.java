package org.entente.agreements.rotation;

import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.VerifiedDocument;

/** Which key it was that signed a document. */
final class SigningKeyOf {
    private SigningKeyOf() {}

    /** The thumbprint of the issuer's key, out of the issuer's history. The document was verified with that history. */
    static String issuer(VerifiedDocument<?> document, KeyHistory issuers) {
        return document.signed().signatures().stream()
                .map(DocumentVerifier::keyId)
                .filter(id -> issuers.key(id).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
