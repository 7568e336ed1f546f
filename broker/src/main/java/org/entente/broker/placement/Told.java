package org.entente.broker.placement;

import java.util.Optional;

/** Judges by what a site told. */
final class Told {
    private Told() {}

    /** Nothing where it suits, the reason where it does not, and the fact where the site did not tell. */
    static long judged(Optional<Boolean> suits, Reason unless, Fact unlessTold) {
        if (suits.isEmpty()) {
            return unlessTold.bit();
        }
        return suits.get() ? 0 : unless.bit();
    }
}
