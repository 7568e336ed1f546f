package org.entente.agreements.partner;

/**
 * How far trust in a partner has come.
 *
 * <pre>
 * INVITED --fingerprint confirmed--> ACTIVE
 * </pre>
 */
public enum PartnerState {
    /** Its keys were fetched, and nobody has confirmed them yet. Nothing of it is believed. */
    INVITED,
    /** An engineer compared the fingerprint with the partner over another channel. */
    ACTIVE
}
