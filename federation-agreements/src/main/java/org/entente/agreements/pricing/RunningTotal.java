package org.entente.agreements.pricing;

import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;

/**
 * All that must be known of the past to price what an instance uses next. It does not depend on the order in which use
 * came, nor on how it was cut.
 *
 * @param instance what the instance used so far under the line in the billing period
 * @param others what all other instances together are billed for under the line in the period, each rounded up by
 *     itself; zero where each instance counts by itself
 * @param started whether the instance was ever used under a line of this id, in whatever period
 */
public record RunningTotal(Used instance, Quantity others, boolean started) {
    /** Nothing used yet. */
    public static RunningTotal none(Meter meter) {
        return new RunningTotal(Used.nothing(meter), Quantity.none(meter), false);
    }

    public RunningTotal plus(Used more) {
        return new RunningTotal(instance.plus(more), others, true);
    }
}
