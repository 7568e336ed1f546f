package org.entente.agreements.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A document as it crosses between operators: the JWS JSON serialization (RFC 7515 section 7.2.1), one payload with one
 * entry for each signer. All members are base64url text without padding.
 */
public record SignedDocument(String payload, List<Signature> signatures) {
    public SignedDocument {
        signatures = List.copyOf(signatures);
    }

    /** One signer's entry: its protected header and its signature over header and payload. */
    public record Signature(String protectedHeader, String signature) {}

    /** The canonical JSON that was signed. */
    public byte[] payloadBytes() {
        return Base64.getUrlDecoder().decode(payload.getBytes(StandardCharsets.US_ASCII));
    }

    public DocumentHash hash() {
        return DocumentHash.of(payloadBytes());
    }

    /** The same payload with one more signer's entry. */
    public SignedDocument with(Signature another) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(another);
        return new SignedDocument(payload, all);
    }
}
