package org.entente.agreements.partner;

import java.util.Set;

/**
 * How we stand to a partner. Each change but the first is told to the partner by a signed notice.
 *
 * <pre>
 * INVITED --fingerprint confirmed--> ACTIVE --suspended--> SUSPENDED
 *                                      ^                       |
 *                                      +-------- resumed ------+
 * ACTIVE, SUSPENDED --ended--> ENDED
 * </pre>
 */
public enum PartnerState {
    /** Its keys were fetched, and nobody has confirmed them yet. Nothing of it is believed. */
    INVITED,
    /** An engineer compared the fingerprint with the partner over another channel. */
    ACTIVE,
    /** An engineer of ours suspended it: nothing is taken from it until it is resumed. What we owe it still goes out. */
    SUSPENDED,
    /** It is over. What was signed stays, with the keys that prove it. */
    ENDED;

    /** The states that an engineer may bring a partner to from here. */
    public Set<PartnerState> next() {
        return switch (this) {
            case INVITED -> Set.of(ACTIVE);
            case ACTIVE -> Set.of(SUSPENDED, ENDED);
            case SUSPENDED -> Set.of(ACTIVE, ENDED);
            case ENDED -> Set.of();
        };
    }
}
