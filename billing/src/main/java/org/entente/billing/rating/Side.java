package org.entente.billing.rating;

/** Which way the money of a charge flows, seen from this operator. */
public enum Side {
    /** Revenue from a home operator, for use of our site under an agreement. */
    SOLD,
    /** Cost owed to a host operator, for use of its site under an agreement. */
    BOUGHT,
    /** Revenue from one of our own tenants, wherever its instance ran. */
    RETAIL
}
