package org.entente.agreements.exchange;

import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.keys.VerifiedDocument;

/**
 * What a module does with one type of document from a partner. There is one bean for each type.
 *
 * <p>It runs inside the transaction that stores the document and its answer, after signatures, audience, time and replay
 * were checked, and only once for a document. It makes no call to a partner or a site.
 */
public interface DocumentHandler<B extends DocumentBody> {
    Class<B> accepts();

    Answer handle(VerifiedDocument<B> received);

    /** Our reply was signed, in the same transaction: for a handler whose replies later documents must name. */
    default void replied(VerifiedDocument<B> received, DocumentBody reply, DocumentHash hash) {}
}
