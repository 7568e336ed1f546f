package org.entente.launcher.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.entente.launcher.progress.LaunchException;

/** Waits for something to become true, up to a limit. */
public final class Patience {
    private static final int POLL_MILLIS = 100;

    private Patience() {}

    /** Whether the condition became true within the limit. */
    public static boolean until(BooleanSupplier condition, Duration limit) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > limit.toNanos()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while waiting.", interrupted);
        }
    }
}
