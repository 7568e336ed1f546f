package org.entente.billing.statement;

/**
 * How a statement stands.
 *
 * <pre>
 * host:  SENT --> ACCEPTED | REFUSED | DEFERRED (the home operator was not ready; a new one follows)
 * home:  ACCEPTED | REFUSED, as we answered
 * </pre>
 */
public enum StatementState {
    SENT,
    DEFERRED,
    ACCEPTED,
    REFUSED
}
