package org.entente.broker.order;

/** What a customer wants where some part of its order cannot be made. */
public enum Completeness {
    /** All of it or nothing: what was held or accepted already is given back. */
    ALL,
    /** Whatever can be made: a part that is refused fails with its reason, and the rest goes on. */
    PARTIAL
}
