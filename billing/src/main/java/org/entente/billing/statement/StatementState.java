package org.entente.billing.statement;

/**
 * How a statement stands.
 *
 * <pre>
 * host:  SENT --> ACCEPTED | REFUSED | DEFERRED (the home operator was not ready; a new one follows)
 * home:  ACCEPTED | REFUSED, as we answered
 * both:  FINAL, where there is no more business with the partner; TOLD, what such a partner holds
 * </pre>
 */
public enum StatementState {
    SENT,
    DEFERRED,
    ACCEPTED,
    REFUSED,
    /** What we hold by ourselves, since the partner will answer no more. It stands. */
    FINAL,
    /** What a partner that closed with us holds by itself. It stands beside our own, and changes nothing in it. */
    TOLD;

    /** Whether a period is settled by a statement in this state, as far as it can be. */
    public boolean isSettled() {
        return this == ACCEPTED || this == FINAL;
    }

    /** Whether a statement in this state seals its period, so that what is used late is billed in the next. */
    public boolean isStanding() {
        return this == SENT || isSettled();
    }
}
