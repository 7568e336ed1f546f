package org.entente.billing.closing;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;

/**
 * Why a period is not closed yet.
 *
 * @param agreement under which it waits; absent where it waits for our own tenants' bills
 * @param owner who must act
 * @param deadline after this somebody should ask why
 * @param reason a sentence
 */
public record Wait(Optional<AgreementId> agreement, OperatorId owner, Instant deadline, String reason) {}
