package org.entente.agreements.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.signing.OwnKeys;

/** Signs for us, and checks what we and a partner signed. */
@ApplicationScoped
public class Parties {
    private final OwnKeys keys;
    private final InstantSource clock;

    Parties(OwnKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A new document of ours to a partner, signed. */
    SignedDocument issue(OperatorId audience, DocumentBody body, List<DocumentHash> buildsOn) {
        DocumentSigner signer = keys.signerFor(audience);
        Document<DocumentBody> document =
                new Document<>(new DocumentId(UUID.randomUUID()), self(), audience, clock.instant(), buildsOn, body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        return new SignedDocument(payload, List.of(signer.sign(payload)));
    }

    /** Our signature beside the partner's over the same bytes. */
    public SignedDocument countersign(SignedDocument signed) {
        Document<?> document = DocumentCodec.read(signed.payloadBytes());
        return countersign(signed, document.issuer().equals(self()) ? document.audience() : document.issuer());
    }

    SignedDocument countersign(SignedDocument signed, OperatorId partner) {
        return signed.with(keys.signerFor(partner).sign(signed.payload()));
    }

    /** The same document with another key of ours in place of one that was revoked; nothing where that cannot be. */
    Optional<SignedDocument> signedAnew(SignedDocument signed, OperatorId partner, String revokedKey) {
        List<SignedDocument.Signature> others = signed.signatures().stream()
                .filter(one -> !DocumentVerifier.keyId(one).equals(revokedKey))
                .toList();
        DocumentSigner signer = keys.signerFor(partner);
        Instant issuedAt = DocumentCodec.read(signed.payloadBytes()).issuedAt();
        boolean counted = keys.history()
                .key(signer.publishedKey().id())
                .map(key -> key.countsAt(issuedAt))
                .orElse(false);
        return others.size() == signed.signatures().size() || !counted
                ? Optional.empty()
                : Optional.of(new SignedDocument(signed.payload(), others).with(signer.sign(signed.payload())));
    }

    public VerifiedDocument<?> verify(SignedDocument signed, Partner partner) {
        return DocumentVerifier.verify(signed, List.of(keys.history(), partner.keys()));
    }

    /** A document of our own store: it was checked when it came there, and one of its keys may have been revoked since. */
    VerifiedDocument<?> stored(SignedDocument signed) {
        Document<?> document = DocumentCodec.read(signed.payloadBytes());
        Set<OperatorId> signers =
                signed.signatures().size() == 1 ? Set.of(self()) : Set.of(document.issuer(), document.audience());
        return new VerifiedDocument<>(document, signed, signers);
    }

    OperatorId self() {
        return keys.operator();
    }
}
