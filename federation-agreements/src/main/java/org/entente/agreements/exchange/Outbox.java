package org.entente.agreements.exchange;

import java.util.List;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;

/**
 * Documents on their way to partners. A partner gets them in the order in which they were put here, again and again until
 * it answers.
 */
public interface Outbox {
    /** Signs a new document and stores it for delivery, in the caller's transaction. */
    <B extends DocumentBody> VerifiedDocument<B> send(OperatorId partner, B body, List<DocumentHash> buildsOn);

    /** Stores a document that both sides signed for delivery to the other side, in the caller's transaction. */
    void forward(OperatorId partner, VerifiedDocument<?> document);
}
