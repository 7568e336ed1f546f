package org.entente.agreements.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.DocumentId;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.DocumentVerifier;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;

/** Signs for us, and checks what we and a partner signed. */
@ApplicationScoped
public class Parties {
    private final DocumentSigner signer;
    private final InstantSource clock;

    Parties(DocumentSigner signer, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** A new document of ours to a partner, signed. */
    SignedDocument issue(OperatorId audience, DocumentBody body, List<DocumentHash> buildsOn) {
        Document<DocumentBody> document = new Document<>(
                new DocumentId(UUID.randomUUID()), signer.operator(), audience, clock.instant(), buildsOn, body);
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(DocumentCodec.write(document));
        return new SignedDocument(payload, List.of(signer.sign(payload)));
    }

    /** Our signature beside the partner's over the same bytes. */
    public SignedDocument countersign(SignedDocument signed) {
        return signed.with(signer.sign(signed.payload()));
    }

    public VerifiedDocument<?> verify(SignedDocument signed, Partner partner) {
        return DocumentVerifier.verify(signed, List.of(own(), partner.keys()));
    }

    OperatorId self() {
        return signer.operator();
    }

    private KeyHistory own() {
        return new KeyHistory(signer.operator(), List.of(signer.publishedKey()));
    }
}
