package org.entente.broker;

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
    public static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    public void moveTo(Instant instant) {
        now = instant;
    }

    public void forward(Duration stretch) {
        now = now.plus(stretch);
    }
}
