package org.entente.agreements.document;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.terms.AgreementTerms;

/**
 * One version of an agreement. Either operator proposes it, on an empty table or as the answer to another proposal; both
 * have agreed once both have signed the same bytes. It builds on every document that it names.
 *
 * @param answerBy an answer counts only if it reaches the proposer before this instant
 * @param replaces the version that both signed before, absent for the first version
 * @param counters the proposal that this one answers, absent on an empty table
 * @param follows the last proposal that was on the table, as far as its proposer knows; absent where there was none, and
 *     in a counter-proposal
 */
public record AgreementVersion(
        AgreementTerms terms,
        Instant answerBy,
        Optional<DocumentHash> replaces,
        Optional<DocumentHash> counters,
        Optional<DocumentHash> follows)
        implements DocumentBody {

    /** A first version, on a table that was always empty. */
    public AgreementVersion(AgreementTerms terms, Instant answerBy) {
        this(terms, answerBy, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
