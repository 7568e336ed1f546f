package org.entente.agreements.partner;

import java.util.Set;
import org.entente.agreements.document.DocumentType;

/**
 * How we stand to a partner. Each change but the first is told to the partner by a signed notice.
 *
 * <pre>
 * INVITED --fingerprint confirmed--> ACTIVE --suspended--> SUSPENDED
 *                                      ^                       |
 *                                      +-------- resumed ------+
 * ACTIVE, SUSPENDED --nothing heard for long, or declared--> VANISHED
 * ACTIVE, SUSPENDED --ended--> ENDED
 * VANISHED --took the notice of it, or ended--> ENDED
 * </pre>
 */
public enum PartnerState {
    /** Its keys were fetched, and nobody has confirmed them yet. Nothing of it is believed. */
    INVITED,
    /** An engineer compared the fingerprint with the partner over another channel. */
    ACTIVE,
    /**
     * An engineer of ours suspended it: nothing new is begun with it until it is resumed. What was begun goes on: releases,
     * reports, statements and notices are taken and sent.
     */
    SUSPENDED,
    /**
     * It does not answer. Nothing is taken from it; what waits for it is given up, so that nobody waits for ever. Only the
     * signed notice of this goes on trying to reach it.
     */
    VANISHED,
    /** It is over. What was signed stays, with the keys that prove it. */
    ENDED;

    /** The documents that begin something new, rather than go on with what was begun. */
    private static final Set<DocumentType> BEGINNING =
            Set.of(DocumentType.AGREEMENT, DocumentType.HOLD_REQUEST, DocumentType.OFFER, DocumentType.ORDER);

    /** The states that may follow this one. */
    public Set<PartnerState> next() {
        return switch (this) {
            case INVITED -> Set.of(ACTIVE);
            case ACTIVE -> Set.of(SUSPENDED, VANISHED, ENDED);
            case SUSPENDED -> Set.of(ACTIVE, VANISHED, ENDED);
            case VANISHED -> Set.of(ENDED);
            case ENDED -> Set.of();
        };
    }

    /** Whether anything is taken from a partner in this state. */
    public boolean isOpen() {
        return this == ACTIVE || this == SUSPENDED;
    }

    /** Whether documents of this type are taken from a partner in this state. */
    public boolean takes(DocumentType type) {
        return this == ACTIVE || (this == SUSPENDED && !BEGINNING.contains(type));
    }
}
