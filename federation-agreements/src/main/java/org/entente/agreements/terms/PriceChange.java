package org.entente.agreements.terms;

/** What a version of an agreement means for workloads that run when it takes effect. */
public enum PriceChange {
    /** They are charged at its prices from then on. */
    CHANGE,
    /** They go on at the prices of the version under which they started. */
    KEEP
}
