package org.entente.agreements.document;

import org.entente.agreements.language.AgreementId;

/**
 * A no to a proposed version, which it builds on.
 *
 * @param version the number that the version would have had
 * @param reason why, in a sentence for people
 */
public record AgreementRejection(AgreementId agreement, int version, String reason) implements DocumentBody {}
