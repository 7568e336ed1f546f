package org.entente.metering.observation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Use is metered in whole seconds, so that both operators can state the same ones. */
final class WholeSeconds {
    private WholeSeconds() {}

    static Instant checked(Instant instant) {
        if (!instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("Use is metered in whole seconds, but the instant was " + instant);
        }
        return instant;
    }
}
