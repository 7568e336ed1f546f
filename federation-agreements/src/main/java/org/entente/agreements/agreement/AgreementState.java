package org.entente.agreements.agreement;

/** A stored version's state. What is not signed yet is kept with its negotiation. */
enum AgreementState {
    /** Both signed, and both know. */
    SIGNED
}
