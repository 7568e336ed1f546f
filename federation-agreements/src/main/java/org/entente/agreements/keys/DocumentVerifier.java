package org.entente.agreements.keys;

import static org.entente.agreements.document.DocumentException.Code.DOCUMENT_MALFORMED;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_HEADER_REFUSED;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_KEY_NOT_IN_USE;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_KEY_REVOKED;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_KEY_UNKNOWN;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_MISSING;
import static org.entente.agreements.document.DocumentException.Code.SIGNATURE_WRONG;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Checks every signature of a document against the key histories of its two parties. Only EdDSA over Ed25519 (RFC 8037)
 * and ES256 (RFC 7518) count, and only a header that names exactly algorithm and key.
 */
public final class DocumentVerifier {
    private static final int SIGNATURES_MAX = 4;
    private static final Set<String> HEADER = Set.of("alg", "kid");

    private DocumentVerifier() {}

    /** The document with all who signed it, its issuer among them, or a {@link DocumentException}. */
    public static VerifiedDocument<?> verify(SignedDocument signed, Collection<KeyHistory> histories) {
        if (signed.signatures().isEmpty() || signed.signatures().size() > SIGNATURES_MAX) {
            throw new DocumentException(
                    SIGNATURE_MISSING,
                    "A document has one to " + SIGNATURES_MAX + " signatures, but this has "
                            + signed.signatures().size());
        }
        Document<?> document = DocumentCodec.read(payload(signed));
        Set<OperatorId> signers = new TreeSet<>();
        for (SignedDocument.Signature signature : signed.signatures()) {
            if (!signers.add(signer(document, signed, signature, histories))) {
                throw new DocumentException(SIGNATURE_WRONG, "The same operator signed twice");
            }
        }
        if (!signers.contains(document.issuer())) {
            throw new DocumentException(
                    SIGNATURE_MISSING, "The document's issuer " + document.issuer() + " did not sign it");
        }
        return new VerifiedDocument<>(document, signed, signers);
    }

    private static byte[] payload(SignedDocument signed) {
        try {
            return signed.payloadBytes();
        } catch (IllegalArgumentException wrong) {
            throw new DocumentException(DOCUMENT_MALFORMED, "The payload is not base64url text", wrong);
        }
    }

    /** The id of the key that a signature names, or a {@link DocumentException} where its header is refused. */
    public static String keyId(SignedDocument.Signature signature) {
        return String.valueOf(header(signature).get("kid"));
    }

    private static OperatorId signer(
            Document<?> document,
            SignedDocument signed,
            SignedDocument.Signature signature,
            Collection<KeyHistory> histories) {
        String keyId = keyId(signature);
        for (OperatorId party : List.of(document.issuer(), document.audience())) {
            for (KeyHistory history : histories) {
                PublishedKey key = history.key(keyId).orElse(null);
                if (history.operator().equals(party) && key != null) {
                    check(document, signed, signature, party.equals(document.issuer()), key);
                    return party;
                }
            }
        }
        throw new DocumentException(
                SIGNATURE_KEY_UNKNOWN, "Neither party of the document has published the key that signed it");
    }

    private static Map<String, Object> header(SignedDocument.Signature signature) {
        try {
            Map<String, Object> header = JsonUtil.parseJson(Base64Url.decodeToUtf8String(signature.protectedHeader()));
            if (!header.keySet().equals(HEADER) || !(header.get("alg") instanceof String)) {
                throw new DocumentException(
                        SIGNATURE_HEADER_REFUSED, "A signature's header names exactly alg and kid, both as text");
            }
            return header;
        } catch (JoseException wrong) {
            throw new DocumentException(SIGNATURE_HEADER_REFUSED, "A signature's header is not a JSON object", wrong);
        }
    }

    /** A countersignature may come later than the document, and with a key that began to count in between. */
    private static void checkTime(Document<?> document, boolean isIssuers, PublishedKey key) {
        if (key.isRevokedAt(document.issuedAt())) {
            throw new DocumentException(
                    SIGNATURE_KEY_REVOKED, "The key that signed was revoked from before the document was issued");
        }
        if (isIssuers ? !key.countsAt(document.issuedAt()) : key.isOverAt(document.issuedAt())) {
            throw new DocumentException(
                    SIGNATURE_KEY_NOT_IN_USE, "The key that signed was not in use when the document was issued");
        }
    }

    private static void check(
            Document<?> document,
            SignedDocument signed,
            SignedDocument.Signature signature,
            boolean isIssuers,
            PublishedKey key) {
        checkTime(document, isIssuers, key);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, key.algorithm()));
        try {
            jws.setCompactSerialization(
                    signature.protectedHeader() + "." + signed.payload() + "." + signature.signature());
            jws.setKey(key.jwk().getPublicKey());
            if (!jws.verifySignature()) {
                throw new DocumentException(SIGNATURE_WRONG, "A signature does not match the document");
            }
        } catch (JoseException wrong) {
            throw new DocumentException(
                    SIGNATURE_HEADER_REFUSED, "A signature cannot be checked with the key that it names", wrong);
        }
    }
}
