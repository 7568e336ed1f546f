package org.entente.agreements.document;

import org.entente.agreements.terms.AgreementTerms;

/** One version of an agreement. The host proposes it; it is in force once both have signed the same bytes. */
public record AgreementVersion(AgreementTerms terms) implements DocumentBody {}
