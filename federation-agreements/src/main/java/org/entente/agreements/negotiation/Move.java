package org.entente.agreements.negotiation;

import java.util.Optional;
import org.entente.agreements.document.DocumentHash;

/** What a side can do in a negotiation. Each move is one signed document, known by its hash. */
public sealed interface Move {
    /**
     * Puts a version on an empty table.
     *
     * @param follows the last proposal that was on the table, as far as its sender knows; it shows whether the sender
     *     knew what became of that when it proposed again
     * @param replaces the version that both signed before
     */
    record Propose(Proposal proposal, Optional<DocumentHash> follows, Optional<DocumentHash> replaces)
            implements Move {}

    /** Answers a proposal with another. */
    record Counter(Proposal proposal, DocumentHash countered) implements Move {}

    /** Signs the proposed bytes too. The document is the proposal itself with one more signature. */
    record Accept(DocumentHash accepted) implements Move {}

    /** Says no to a proposal. */
    record Reject(DocumentHash document, DocumentHash rejected) implements Move {}

    /** Takes an own proposal back. */
    record Withdraw(DocumentHash document, DocumentHash withdrawn) implements Move {}
}
