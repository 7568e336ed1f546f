package org.entente.agreements.pricing;

/** Over what a running total of a price line runs, within one billing period of one contract. */
public enum Counting {
    /** Each instance by itself. */
    PER_INSTANCE,
    /** All instances of the agreement, or of the tenant, together. */
    TOGETHER
}
