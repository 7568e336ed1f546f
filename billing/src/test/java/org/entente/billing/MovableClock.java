package org.entente.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of a test: stands still until it is moved. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-24T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void moveTo(Instant instant) {
        now = instant;
    }

    public void passes(Duration time) {
        moveTo(now.plus(time));
    }
}
