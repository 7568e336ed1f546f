package org.entente.simulator.site;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved, and a site that lives by it. */
public final class SettableClock implements InstantSource {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(long millis) {
        now = now.plusMillis(millis);
    }

    /** A site with the delay, and with everything else calm. */
    public static SimulatedSite site(String name, long delayMillis) {
        return new SimulatedSite(name, Switches.calm(delayMillis));
    }
}
