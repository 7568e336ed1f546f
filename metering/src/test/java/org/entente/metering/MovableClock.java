package org.entente.metering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time of a test: stands still until it is moved. */
@ApplicationScoped
public class MovableClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-06-01T00:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    public void moveTo(Instant instant) {
        now.set(instant);
    }
}
