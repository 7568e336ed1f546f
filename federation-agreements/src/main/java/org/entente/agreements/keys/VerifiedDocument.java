package org.entente.agreements.keys;

import java.util.Set;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.language.OperatorId;

/** A document whose every signature was checked, with who signed it. */
public record VerifiedDocument<B extends DocumentBody>(
        Document<B> document, SignedDocument signed, Set<OperatorId> signers) {
    public VerifiedDocument {
        signers = Set.copyOf(signers);
    }

    public B body() {
        return document.body();
    }

    public DocumentHash hash() {
        return signed.hash();
    }

    /** This document as one whose body is of the given type, or an {@link IllegalArgumentException}. */
    public <T extends DocumentBody> VerifiedDocument<T> as(Class<T> type) {
        T body = type.cast(document.body());
        return new VerifiedDocument<>(
                new Document<>(
                        document.id(),
                        document.issuer(),
                        document.audience(),
                        document.issuedAt(),
                        document.buildsOn(),
                        body),
                signed,
                signers);
    }
}
