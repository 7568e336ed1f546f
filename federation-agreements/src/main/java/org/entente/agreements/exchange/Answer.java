package org.entente.agreements.exchange;

import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.Refusal;

/** What is answered to a document. Every answer is signed by us. */
public sealed interface Answer {
    /** We sign the same bytes too. */
    record Countersigned() implements Answer {}

    /** A document of its own, which builds on the received one. */
    record Replied(DocumentBody body) implements Answer {}

    static Answer acknowledged() {
        return new Replied(new Acknowledgement());
    }

    static Answer refused(String code, String sentence) {
        return new Replied(new Refusal(code, sentence));
    }
}
