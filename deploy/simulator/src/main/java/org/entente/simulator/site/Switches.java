package org.entente.simulator.site;

/**
 * What is made to go wrong at a site.
 *
 * @param delayMillis how long a server or a deployment takes to come up and to go
 * @param failEvery every so many calls, one is answered with an error of the site's own; 0 is never
 * @param unreachable connections are closed without an answer
 * @param quotaExceeded nothing more can be made
 */
public record Switches(long delayMillis, int failEvery, boolean unreachable, boolean quotaExceeded) {
    public static final long DELAY_MILLIS_MAX = 3_600_000;

    public Switches {
        if (delayMillis < 0 || delayMillis > DELAY_MILLIS_MAX) {
            throw new IllegalArgumentException(
                    "delayMillis must be 0 to " + DELAY_MILLIS_MAX + ", but was " + delayMillis);
        }
        if (failEvery < 0) {
            throw new IllegalArgumentException("failEvery must not be negative, but was " + failEvery);
        }
    }

    /** Nothing goes wrong. */
    public static Switches calm(long delayMillis) {
        return new Switches(delayMillis, 0, false, false);
    }
}
