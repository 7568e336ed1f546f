package org.entente.broker.order;

/** An order is new, or was locked to be changed. Fired inside that transaction, for the jobs that act once it is committed. */
public record OrderInHand() {}
