package org.entente.agreements.negotiation;

import java.time.Instant;
import org.entente.agreements.document.DocumentHash;

/**
 * A proposed version as the negotiation sees it.
 *
 * @param hash the hash of the bytes that both would sign
 * @param number the version that it would become
 * @param answerBy the proposer takes no answer that reaches it at this instant or later
 */
public record Proposal(DocumentHash hash, int number, Instant answerBy) {
    boolean isPastAt(Instant instant) {
        return !instant.isBefore(answerBy);
    }

    boolean is(DocumentHash other) {
        return hash.equals(other);
    }
}
