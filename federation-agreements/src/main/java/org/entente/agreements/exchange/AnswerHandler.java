package org.entente.agreements.exchange;

import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.keys.VerifiedDocument;

/**
 * What a module does when the partner answered a document that it sent. There is one bean for each type of document sent.
 *
 * <p>It runs inside the transaction that stores the answer, once for a document. A countersigned document comes back as an
 * answer with the same body and both signers.
 */
public interface AnswerHandler<B extends DocumentBody> {
    Class<B> sent();

    void answered(VerifiedDocument<B> sent, VerifiedDocument<?> answer);

    /** The partner's broker would not even store it, for the reason that it gave. It is not sent again. */
    void rejected(VerifiedDocument<B> sent, String code, String sentence);
}
