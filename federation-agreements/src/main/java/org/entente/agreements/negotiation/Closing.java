package org.entente.agreements.negotiation;

/** What became of a proposal that is not on the table any more. */
public enum Closing {
    /** Both signed its bytes. */
    SIGNED,
    /** The other side said no. */
    REJECTED,
    /** Its proposer took it back before it was answered. */
    WITHDRAWN,
    /** Nobody answered in time. */
    EXPIRED,
    /** The other side answered with a proposal of its own. */
    COUNTERED,
    /** Both proposed at once, and the host's proposal stands. */
    OVERTAKEN,
    /** The partner's broker did not put it on the table. Only its proposer has it. */
    REFUSED
}
