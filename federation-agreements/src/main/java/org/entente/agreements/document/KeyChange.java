package org.entente.agreements.document;

import java.time.Instant;

/**
 * An operator introduces a new signing key, by a signature of a key that its partner knows. The partner confirms it by its
 * own signature over the same bytes; from then on, and not before {@code validFrom}, the new key signs for that partner.
 *
 * @param key the new public key
 * @param validFrom from when its signatures count
 * @param replaces the thumbprint (RFC 7638) of the key that it replaces
 * @param retires until when the replaced key's signatures count, after {@code validFrom}, so that both do for a while
 */
public record KeyChange(PublicJwk key, Instant validFrom, String replaces, Instant retires) implements DocumentBody {
    public KeyChange {
        KeyRevocation.checkKeyId(replaces);
        if (!retires.isAfter(validFrom)) {
            throw new IllegalArgumentException("A key retires after the one that replaces it began to count");
        }
    }
}
