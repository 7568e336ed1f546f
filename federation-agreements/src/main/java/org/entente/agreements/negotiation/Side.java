package org.entente.agreements.negotiation;

/** Which side of an agreement we are. It decides one thing only: where both propose at once, the host's stands. */
public enum Side {
    HOST,
    HOME
}
