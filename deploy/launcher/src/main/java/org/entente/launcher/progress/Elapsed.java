package org.entente.launcher.progress;

import java.time.Duration;

/** Writes a duration the way a person reads it: {@code 1.2 s}, {@code 2 min 5 s}. */
public final class Elapsed {
    private static final long MILLIS_PER_TENTH = 100;
    private static final int TENTHS_PER_SECOND = 10;
    private static final int SECONDS_PER_MINUTE = 60;

    private Elapsed() {}

    /** The time since {@link System#nanoTime} gave this value. */
    public static String since(long nanoTime) {
        return text(Duration.ofNanos(System.nanoTime() - nanoTime));
    }

    public static String text(Duration elapsed) {
        if (elapsed.toSeconds() >= SECONDS_PER_MINUTE) {
            return elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s";
        }
        long tenths = elapsed.toMillis() / MILLIS_PER_TENTH;
        return tenths / TENTHS_PER_SECOND + "." + tenths % TENTHS_PER_SECOND + " s";
    }
}
