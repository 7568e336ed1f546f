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

    public VerifiedDocument<?> verify(SignedDocument signed, Partner partner) {
        return DocumentVerifier.verify(signed, List.of(keys.history(), partner.keys()));
    }

    OperatorId self() {
        return keys.operator();
    }
}
