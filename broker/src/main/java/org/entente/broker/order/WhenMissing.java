package org.entente.broker.order;

/** What becomes of a tenant's instance that its site does not know any more. */
public enum WhenMissing {
    /** It failed, and its tenant decides. */
    FAIL,
    /** It is made anew at the same site. */
    RECREATE
}
