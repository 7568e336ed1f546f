package org.entente.agreements.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public signing key as a JSON Web Key (RFC 7517): {@code OKP} on Ed25519 (RFC 8037 section 2) or {@code EC} on P-256
 * (RFC 7518 section 6.2), with the members of its thumbprint (RFC 7638) and no others.
 *
 * @param x 32 bytes as base64url text
 * @param y the same for {@code EC}, absent for {@code OKP}
 */
public record PublicJwk(String kty, String crv, String x, Optional<String> y) {
    private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public PublicJwk {
        boolean edwards = kty.equals("OKP") && crv.equals("Ed25519") && y.isEmpty();
        boolean weierstrass = kty.equals("EC") && crv.equals("P-256") && y.isPresent();
        if (!edwards && !weierstrass) {
            throw new IllegalArgumentException("A signing key is of type OKP on Ed25519 or of type EC on P-256");
        }
        if (!isCoordinate(x) || !y.map(PublicJwk::isCoordinate).orElse(true)) {
            throw new IllegalArgumentException("A key's coordinates are 32 bytes as base64url text");
        }
    }

    /** The key as JSON text. */
    public String json() {
        return "{\"crv\":\"" + crv + "\",\"kty\":\"" + kty + "\",\"x\":\"" + x + "\""
                + y.map(second -> ",\"y\":\"" + second + "\"").orElse("") + "}";
    }

    private static boolean isCoordinate(String text) {
        return COORDINATE.matcher(text).matches();
    }
}
