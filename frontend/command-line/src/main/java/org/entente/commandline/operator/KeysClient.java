package org.entente.commandline.operator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing keys: the operator's own, and those that it believes its partners to have. */
public final class KeysClient {
    private static final String PATH = "/api/v1/keys";
    private static final TypeReference<KeyView> KEY = new TypeReference<>() {};
    private static final TypeReference<List<KeyView>> KEYS = new TypeReference<>() {};

    private final ApiCalls calls;

    KeysClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * A public key.
     *
     * @param keyId its thumbprint (RFC 7638)
     * @param fingerprint the same in groups of four hexadecimal digits
     * @param revokedFrom from when nothing counts that it signed
     * @param introducedBy for a partner's key, the key that signed for it
     * @param comparedAt for a partner's key, when an engineer compared its fingerprint
     * @param partners for an own key, how far those are who were asked to confirm it
     */
    public record KeyView(
            String keyId,
            String fingerprint,
            String algorithm,
            Instant validFrom,
            Optional<Instant> validTo,
            Optional<Instant> revokedFrom,
            Optional<String> revocationReason,
            Optional<String> introducedBy,
            Optional<Instant> comparedAt,
            List<ConfirmationView> partners) {}

    /** How far a partner is with an own key: asked, confirmed, or refused for a reason. */
    public record ConfirmationView(
            String operator, Instant askedAt, Optional<Instant> confirmedAt, Optional<String> refusal) {}

    public List<KeyView> own() {
        return calls.get(PATH, KEYS);
    }

    public List<KeyView> of(String partner) {
        return calls.get(at(partner), KEYS);
    }

    /** Announces the key of this name in the operator's key store to all partners. */
    public KeyView announce(String alias, Optional<Instant> validFrom, Optional<Instant> retires) {
        Map<String, Object> body = new HashMap<>();
        body.put("alias", alias);
        validFrom.ifPresent(from -> body.put("validFrom", from));
        retires.ifPresent(end -> body.put("retires", end));
        return calls.post(PATH, body, IdempotencyKey.fresh()).as(KEY);
    }

    /** Says that the partner's engineer read out this fingerprint. */
    public KeyView confirm(String partner, String fingerprint) {
        return calls.post(at(partner), Map.of("fingerprint", fingerprint)).as(KEY);
    }

    /** Revokes an own key and tells every partner. */
    public KeyView revoke(String keyId, Instant from, String reason) {
        return calls.post(PATH + "/" + keyId + "/revocation", revocation(from, reason), IdempotencyKey.fresh())
                .as(KEY);
    }

    /** Revokes a partner's key by the word of its engineer. Says how all its keys stand then. */
    public List<KeyView> revoke(String partner, String keyId, Instant from, String reason) {
        return calls.post(at(partner) + "/" + keyId + "/revocation", revocation(from, reason), IdempotencyKey.fresh())
                .as(KEYS);
    }

    private static Map<String, Object> revocation(Instant from, String reason) {
        return Map.of("from", from, "reason", reason);
    }

    private static String at(String partner) {
        return "/api/v1/partners/" + partner + "/keys";
    }
}
