package org.entente.agreements.document;

import org.entente.agreements.language.AgreementId;

/**
 * Its proposer takes a proposed version back, which it builds on. It comes too late where the version was answered before.
 *
 * @param version the number that the version would have had
 * @param reason why, in a sentence for people
 */
public record AgreementWithdrawal(AgreementId agreement, int version, String reason) implements DocumentBody {}
