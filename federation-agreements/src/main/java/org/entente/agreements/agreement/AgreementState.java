package org.entente.agreements.agreement;

/**
 * How far an agreement version has come, as seen here.
 *
 * <pre>
 * at the host:  PROPOSED --------------------------> SIGNED
 * at the home:  RECEIVED --accepted--> ACCEPTING --> SIGNED
 * </pre>
 */
public enum AgreementState {
    /** We are the host and signed; the home operator must act. */
    PROPOSED,
    /** We are the home operator and have not signed; our engineer must act. */
    RECEIVED,
    /** We signed too, and the host has not yet confirmed that it knows. */
    ACCEPTING,
    /** Both signed, and both know. */
    SIGNED;

    /** Whether our copy carries both signatures. */
    boolean bothSigned() {
        return this == ACCEPTING || this == SIGNED;
    }
}
