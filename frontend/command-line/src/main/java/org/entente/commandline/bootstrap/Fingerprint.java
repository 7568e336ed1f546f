package org.entente.commandline.bootstrap;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.http.Wire;
import org.entente.commandline.operator.Operator;
import org.entente.commandline.progress.CommandException;

/**
 * An operator's fingerprint as its own engineer reads it out: the thumbprint (RFC 7638) of the first key that it
 * publishes, in groups of four hexadecimal digits.
 */
final class Fingerprint {
    private static final Map<String, List<String>> MEMBERS =
            Map.of("OKP", List.of("crv", "kty", "x"), "EC", List.of("crv", "kty", "x", "y"));

    private Fingerprint() {}

    private record KeySet(List<Map<String, Object>> keys) {}

    /** Reads the operator's published keys and computes the fingerprint of the first. */
    static String publishedBy(Operator operator, HttpCalls http) {
        URI address = URI.create(operator.url() + "/.well-known/entente/jwks.json");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(HttpCalls.TIMEOUT)
                .header("Accept", "application/json")
                .build();
        KeySet published = http.send(request, operator.server()).expect(200).as(new TypeReference<KeySet>() {});
        if (published.keys().isEmpty()) {
            throw new CommandException(operator.name() + " publishes no key at " + address);
        }
        return of(published.keys().getFirst());
    }

    /** The fingerprint of a JSON Web Key. */
    static String of(Map<String, Object> key) {
        List<String> members = MEMBERS.get(String.valueOf(key.get("kty")));
        if (members == null || !key.keySet().containsAll(members)) {
            throw new CommandException(
                    "A published key must be on the curve Ed25519 or P-256, but was of type " + key.get("kty"));
        }
        Map<String, Object> required = new TreeMap<>(key);
        required.keySet().retainAll(members);
        byte[] thumbprint = sha256().digest(Wire.text(required).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().withUpperCase().formatHex(thumbprint).replaceAll("(.{4})(?=.)", "$1-");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
