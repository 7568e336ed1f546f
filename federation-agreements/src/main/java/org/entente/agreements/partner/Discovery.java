package org.entente.agreements.partner;

import java.net.URI;
import java.util.List;

/**
 * What an operator publishes of itself at {@code /.well-known/entente} (RFC 8615).
 *
 * @param versions the versions of the peering protocol that it speaks
 * @param peering the base URL of its peering API
 * @param tokenEndpoint where a partner gets its access token (RFC 6749 section 3.2)
 * @param tokenAudience what a client assertion to that endpoint names as its audience (RFC 7523 section 3)
 * @param keys its public signing keys that count now or will, the one that signs now first, as a JWK set's members (RFC
 *     7517) in JSON text, with {@code nbf} and {@code exp} (OpenID Federation 1.0 section 8.7) for their validity
 */
public record Discovery(
        String operator,
        String name,
        String country,
        List<String> versions,
        URI peering,
        URI tokenEndpoint,
        URI tokenAudience,
        List<String> keys) {
    public static final String VERSION = "1";

    public Discovery {
        versions = List.copyOf(versions);
        keys = List.copyOf(keys);
    }

    /** Throws an {@link IllegalArgumentException} with what is wrong where these cannot be an operator's facts. */
    void check() {
        if (name.isBlank() || name.length() > 255 || !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "an operator has a name of 1 to 255 characters and a country code of two");
        }
        for (URI uri : List.of(peering, tokenEndpoint, tokenAudience)) {
            if (uri.toString().length() > 2000) {
                throw new IllegalArgumentException("an address has at most 2000 characters");
            }
        }
    }
}
