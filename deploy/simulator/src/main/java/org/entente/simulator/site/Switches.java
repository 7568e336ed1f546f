package org.entente.simulator.site;

import java.util.Optional;

/**
 * What is made to go wrong at a site, or to be otherwise than its name makes it.
 *
 * @param delayMillis how long a server or a deployment takes to come up and to go
 * @param answerDelayMillis how long every answer takes
 * @param failEvery every so many calls, one is answered with an error of the site's own; 0 is never
 * @param unreachable connections are closed without an answer
 * @param silent connections are kept and never answered
 * @param quotaExceeded nothing more can be made
 * @param release what it calls its version instead: Nova's highest microversion, or the Kubernetes version
 */
public record Switches(
        long delayMillis,
        long answerDelayMillis,
        int failEvery,
        boolean unreachable,
        boolean silent,
        boolean quotaExceeded,
        Optional<String> release) {
    public static final long DELAY_MILLIS_MAX = 3_600_000;

    public Switches {
        within("delayMillis", delayMillis);
        within("answerDelayMillis", answerDelayMillis);
        if (failEvery < 0) {
            throw new IllegalArgumentException("failEvery must not be negative, but was " + failEvery);
        }
        if (release.filter(text -> !text.matches("v?[0-9]+(\\.[0-9]+){1,2}")).isPresent()) {
            throw new IllegalArgumentException("release must read like 2.96 or v1.33.1, but was " + release.get());
        }
    }

    /** Of its own release, with answers that come at once or not at all. */
    public Switches(long delayMillis, int failEvery, boolean unreachable, boolean quotaExceeded) {
        this(delayMillis, 0, failEvery, unreachable, false, quotaExceeded, Optional.empty());
    }

    /** Nothing goes wrong. */
    public static Switches calm(long delayMillis, long answerDelayMillis) {
        return new Switches(delayMillis, answerDelayMillis, 0, false, false, false, Optional.empty());
    }

    /** Nothing goes wrong, and answers come at once. */
    public static Switches calm(long delayMillis) {
        return calm(delayMillis, 0);
    }

    private static void within(String name, long millis) {
        if (millis < 0 || millis > DELAY_MILLIS_MAX) {
            throw new IllegalArgumentException(name + " must be 0 to " + DELAY_MILLIS_MAX + ", but was " + millis);
        }
    }
}
