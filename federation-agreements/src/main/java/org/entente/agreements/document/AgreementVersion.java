package org.entente.agreements.document;

import java.time.Instant;
import org.entente.agreements.terms.AgreementTerms;

/**
 * One version of an agreement. Either operator proposes it, alone or as the answer to another proposal, which it then
 * builds on; both have agreed once both have signed the same bytes. From the second on, a version builds on the one that
 * it replaces.
 *
 * @param answerBy an answer counts only if it reaches the proposer before this instant
 */
public record AgreementVersion(AgreementTerms terms, Instant answerBy) implements DocumentBody {}
