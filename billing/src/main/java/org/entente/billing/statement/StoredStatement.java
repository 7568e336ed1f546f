package org.entente.billing.statement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Statement;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;

/**
 * A statement that this operator sent or accepted.
 *
 * @param ownTotal what we computed, exact
 * @param answer the partner's answer, once there is one
 */
public record StoredStatement(
        UUID id,
        OperatorId host,
        OperatorId home,
        DocumentHash hash,
        Statement body,
        Money ownTotal,
        Instant madeAt,
        StatementState state,
        Optional<PartnerAnswer> answer) {
    /** Whether both operators' totals are the same to the last digit, once the statement is accepted. */
    public boolean isEqual() {
        return state == StatementState.ACCEPTED && ownTotal.compareTo(body.total()) == 0;
    }

    /** What the partner said: the code and the sentence of a refusal, or {@code COUNTERSIGNED}. */
    public record PartnerAnswer(Instant at, String code, String sentence) {}
}
