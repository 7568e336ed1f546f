package org.entente.agreements.document;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An operator says that a key of its own may be in other hands: what it signed from a moment on is not the operator's. It
 * counts only with a signature of another key, and not of one that the revoked key introduced from that moment on.
 *
 * @param key the key's thumbprint (RFC 7638)
 * @param from the first moment in which its signatures do not count
 * @param reason a sentence for people, at most 500 characters
 */
public record KeyRevocation(String key, Instant from, String reason) implements DocumentBody {
    private static final int REASON_MAX = 500;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    public KeyRevocation {
        checkKeyId(key);
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("A revocation's reason must have 1 to " + REASON_MAX + " characters");
        }
    }

    static void checkKeyId(String id) {
        if (!KEY_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A key is named by its thumbprint (RFC 7638)");
        }
    }
}
