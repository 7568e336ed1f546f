package org.entente.agreements.pricing;

import java.time.Duration;

/** To what the time that an instance ran under a price line in a billing period is rounded up. */
public enum Granularity {
    SECOND(Duration.ofSeconds(1)),
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1));

    private final long stepNanos;

    Granularity(Duration step) {
        this.stepNanos = step.toNanos();
    }

    /** The smallest whole number of steps that is not shorter. */
    Duration roundedUp(Duration running) {
        long begun = running.toNanos() % stepNanos;
        return begun == 0 ? running : running.plusNanos(stepNanos - begun);
    }
}
