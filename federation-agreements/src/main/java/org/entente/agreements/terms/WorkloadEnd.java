package org.entente.agreements.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What happens to workloads that run when an agreement is suspended or ends. */
public sealed interface WorkloadEnd {
    /** They are stopped at once. */
    record StopAtOnce() implements WorkloadEnd {}

    /** They run until their customer gives them back. */
    record RunOn() implements WorkloadEnd {}

    /**
     * They may run for some time, and are stopped then.
     *
     * @param days at least one, each of 24 hours
     */
    record Grace(int days) implements WorkloadEnd {
        public Grace {
            if (days < 1) {
                throw new IllegalArgumentException("Days of grace must be at least one, but were " + days);
            }
        }
    }

    /** Until when workloads may run after an agreement was suspended or ended at an instant; absent for without end. */
    default Optional<Instant> runUntil(Instant suspendedOrEnded) {
        return switch (this) {
            case StopAtOnce now -> Optional.of(suspendedOrEnded);
            case RunOn on -> Optional.empty();
            case Grace(int days) -> Optional.of(suspendedOrEnded.plus(Duration.ofDays(days)));
        };
    }
}
