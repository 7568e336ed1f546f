package org.entente.agreements.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentException;
import org.entente.agreements.document.DocumentType;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.verification.Finding.Bytes;
import org.erdtman.jcs.JsonCanonicalizer;

/** Checks one file by itself: its form, and every signature in it. */
final class SignatureCheck {
    private final Collection<KeyHistory> histories;

    SignatureCheck(Collection<KeyHistory> histories) {
        this.histories = List.copyOf(histories);
    }

    Checked of(Evidence evidence) {
        try {
            SignedDocument signed = SignedDocumentJson.read(evidence.text());
            return of(evidence, signed);
        } catch (DocumentException malformed) {
            Checked checked = new Checked(evidence.name(), Optional.empty());
            checked.broken(malformed.code().name(), String.valueOf(malformed.getMessage()));
            return checked;
        }
    }

    private Checked of(Evidence evidence, SignedDocument signed) {
        try {
            VerifiedDocument<?> document = DocumentVerifier.verify(signed, histories);
            Checked checked = new Checked(evidence.name(), Optional.of(document));
            checked.proved(described(document));
            for (OperatorId signer : document.signers().stream().sorted().toList()) {
                checked.proved("signed by " + signer + " over exactly these bytes, with a key that counted then");
            }
            return checked;
        } catch (DocumentException wrong) {
            Checked checked = new Checked(evidence.name(), Optional.empty());
            checked.broken(wrong.code().name(), String.valueOf(wrong.getMessage()), place(evidence, signed, wrong));
            return checked;
        }
    }

    private static String described(VerifiedDocument<?> document) {
        return DocumentType.of(document.body()).wireName() + " of "
                + document.document().issuer() + " for " + document.document().audience() + ", issued "
                + document.document().issuedAt() + ", in its one canonical form, " + document.hash();
    }

    private Optional<Bytes> place(Evidence evidence, SignedDocument signed, DocumentException wrong) {
        return switch (wrong.code()) {
            case DOCUMENT_MALFORMED, DOCUMENT_INVALID, DOCUMENT_TYPE_UNKNOWN -> payloadPlace(evidence, signed);
            case SIGNATURE_WRONG,
                    SIGNATURE_HEADER_REFUSED,
                    SIGNATURE_KEY_UNKNOWN,
                    SIGNATURE_KEY_NOT_IN_USE,
                    SIGNATURE_KEY_REVOKED -> signaturePlace(evidence, signed);
            case SIGNATURE_MISSING -> Optional.empty();
        };
    }

    /** Where the payload leaves its canonical form, or all of it; in the file, where four characters hold three bytes. */
    private static Optional<Bytes> payloadPlace(Evidence evidence, SignedDocument signed) {
        return range(evidence, signed.payload()).map(whole -> {
            try {
                byte[] payload = signed.payloadBytes();
                byte[] canonical = new JsonCanonicalizer(payload).getEncodedUTF8();
                int from = Arrays.mismatch(payload, canonical);
                return from < 0 ? whole : new Bytes(whole.from() + from * 4 / 3, whole.to());
            } catch (IOException | IllegalArgumentException notEvenJson) {
                return whole;
            }
        });
    }

    /** The first signature that does not hold when it is looked at by itself. */
    private Optional<Bytes> signaturePlace(Evidence evidence, SignedDocument signed) {
        return signed.signatures().stream()
                .filter(one -> !holds(new SignedDocument(signed.payload(), List.of(one))))
                .findFirst()
                .flatMap(bad -> range(evidence, bad.signature()));
    }

    private boolean holds(SignedDocument alone) {
        try {
            DocumentVerifier.verify(alone, histories);
            return true;
        } catch (DocumentException wrong) {
            // By itself a countersignature lacks its issuer's, and nothing else.
            return wrong.code() == DocumentException.Code.SIGNATURE_MISSING;
        }
    }

    private static Optional<Bytes> range(Evidence evidence, String member) {
        int at = evidence.text().indexOf(member);
        if (at < 0 || member.isEmpty()) {
            return Optional.empty();
        }
        int from = evidence.text().substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        return Optional.of(new Bytes(from, from + member.length()));
    }
}
