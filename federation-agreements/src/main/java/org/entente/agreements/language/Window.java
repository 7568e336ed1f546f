package org.entente.agreements.language;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time in UTC, {@code from} included and {@code to} excluded. Never empty. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A window must end after it starts, but was " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean contains(Window other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
