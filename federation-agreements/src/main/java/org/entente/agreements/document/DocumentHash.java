package org.entente.agreements.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 (FIPS 180-4) of a document's canonical payload, written {@code sha256:} and 64 hexadecimal digits. */
public record DocumentHash(String value) {
    private static final Pattern SHAPE = Pattern.compile("sha256:[0-9a-f]{64}");

    public DocumentHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A document's hash must be sha256: and 64 hexadecimal digits");
        }
    }

    public static DocumentHash of(byte[] payload) {
        return new DocumentHash("sha256:" + HexFormat.of().formatHex(sha256().digest(payload)));
    }

    public static DocumentHash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
