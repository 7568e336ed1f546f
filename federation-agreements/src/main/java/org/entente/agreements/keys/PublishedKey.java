package org.entente.agreements.keys;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * One public key of an operator and the time in which its signatures count.
 *
 * @param id the key's JWK thumbprint (RFC 7638), so that an id cannot be moved to another key
 * @param validTo absent while the key is in use
 */
public record PublishedKey(String id, PublicJsonWebKey jwk, Instant validFrom, Optional<Instant> validTo) {

    /** A key as its owner publishes it, in use from a moment on. */
    public static PublishedKey of(PublicKey key, Instant validFrom) {
        try {
            return of(PublicJsonWebKey.Factory.newPublicJwk(key), validFrom);
        } catch (JoseException wrong) {
            throw new IllegalArgumentException("A key of type " + key.getAlgorithm() + " cannot be published", wrong);
        }
    }

    public static PublishedKey of(PublicJsonWebKey jwk, Instant validFrom) {
        return new PublishedKey(jwk.calculateBase64urlEncodedThumbprint("SHA-256"), jwk, validFrom, Optional.empty());
    }

    /** A public key from its JSON form. Only Ed25519 and P-256 keys are taken, and never a private one. */
    public static PublicJsonWebKey parsed(String json) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(json);
            if (jwk.getPrivateKey() != null) {
                throw new IllegalArgumentException("A published key must not contain its private part");
            }
            Object curve =
                    jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).get("crv");
            if (!"Ed25519".equals(curve) && !"P-256".equals(curve)) {
                throw new IllegalArgumentException("Only keys on the curves Ed25519 and P-256 are taken");
            }
            return jwk;
        } catch (JoseException wrong) {
            throw new IllegalArgumentException("A published key must be a JSON Web Key", wrong);
        }
    }

    /** The only algorithm that may be used with this key: EdDSA for Ed25519, ES256 for P-256. */
    public String algorithm() {
        return jwk instanceof OctetKeyPairJsonWebKey ? "EdDSA" : "ES256";
    }

    public boolean countsAt(Instant instant) {
        return !instant.isBefore(validFrom) && validTo.map(instant::isBefore).orElse(true);
    }

    /** The public key as a JSON object (RFC 7517), with its id. */
    public String json() {
        jwk.setKeyId(id);
        return jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
