package org.entente.agreements.keys;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.PublicJwk;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * One public key of an operator and the time in which its signatures count.
 *
 * @param id the key's JWK thumbprint (RFC 7638), so that an id cannot be moved to another key
 * @param validTo when it retires or retired; absent while nothing is planned
 * @param revokedFrom from when it may be in other hands; absent for nearly every key
 */
public record PublishedKey(
        String id, PublicJsonWebKey jwk, Instant validFrom, Optional<Instant> validTo, Optional<Instant> revokedFrom) {

    /** A key that nobody revoked. */
    public PublishedKey(String id, PublicJsonWebKey jwk, Instant validFrom, Optional<Instant> validTo) {
        this(id, jwk, validFrom, validTo, Optional.empty());
    }

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

    /** A key as another operator's document introduces it. */
    public static PublishedKey of(PublicJwk key, Instant validFrom) {
        return of(parsed(key.json()), validFrom);
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

    /** A key as its owner publishes it with its validity: see {@link #dated}. Other members are passed over. */
    public static PublishedKey published(String json) {
        PublicJsonWebKey jwk = parsed(json);
        PublishedKey key = of(jwk.getPublicKey(), seconds(jwk, "nbf").orElse(Instant.EPOCH));
        return new PublishedKey(key.id(), key.jwk(), key.validFrom(), seconds(jwk, "exp"));
    }

    private static Optional<Instant> seconds(PublicJsonWebKey jwk, String name) {
        Object value = jwk.getOtherParameterValue(name, Object.class);
        if (value != null && !(value instanceof Long)) {
            throw new IllegalArgumentException("A published key's " + name + " must be a number of seconds");
        }
        return Optional.ofNullable((Long) value).map(PublishedKey::second);
    }

    private static Instant second(long since1970) {
        try {
            return Instant.ofEpochSecond(since1970);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("A published key's times must be real ones", wrong);
        }
    }

    /** The only algorithm that may be used with this key: EdDSA for Ed25519, ES256 for P-256. */
    public String algorithm() {
        return jwk instanceof OctetKeyPairJsonWebKey ? "EdDSA" : "ES256";
    }

    /** Whether what it signed at this moment counts. */
    public boolean countsAt(Instant instant) {
        return !instant.isBefore(validFrom) && !isOverAt(instant);
    }

    /** Whether it was retired or revoked by this moment. */
    public boolean isOverAt(Instant instant) {
        return isRevokedAt(instant)
                || validTo.map(end -> !instant.isBefore(end)).orElse(false);
    }

    /** Whether it may have been in other hands at this moment. */
    public boolean isRevokedAt(Instant instant) {
        return revokedFrom.map(from -> !instant.isBefore(from)).orElse(false);
    }

    /** The same key as its owner revoked it, from the earlier moment if it was revoked before. */
    public PublishedKey revoked(Instant from) {
        Instant earlier = revokedFrom.filter(before -> before.isBefore(from)).orElse(from);
        return new PublishedKey(id, jwk, validFrom, validTo, Optional.of(earlier));
    }

    /** The public key as a document introduces it. */
    public PublicJwk bare() {
        Map<String, Object> members = jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        return new PublicJwk(
                String.valueOf(members.get("kty")),
                String.valueOf(members.get("crv")),
                String.valueOf(members.get("x")),
                Optional.ofNullable(members.get("y")).map(Object::toString));
    }

    /**
     * The public key with its validity, as {@code nbf} and {@code exp} in whole seconds (OpenID Federation 1.0 section 8.7),
     * the first rounded down and the second up.
     */
    public String dated() {
        String end = validTo.map(
                        instant -> ",\"exp\":" + instant.plusNanos(999_999_999).getEpochSecond())
                .orElse("");
        String json = json();
        return json.substring(0, json.length() - 1) + ",\"nbf\":" + validFrom.getEpochSecond() + end + "}";
    }

    /** The public key as a JSON object (RFC 7517), with its id. */
    public String json() {
        jwk.setKeyId(id);
        return jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
