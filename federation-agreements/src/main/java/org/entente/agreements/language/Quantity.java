package org.entente.agreements.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of one meter: resource-seconds, or gibibytes for a meter of volume (see {@link Meter}). Exact, at a fixed
 * scale of nine decimal places, never negative.
 */
public record Quantity(Meter meter, BigDecimal value) {
    public static final int SCALE = 9;

    public Quantity {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("A quantity must not be negative, but was " + value.toPlainString());
        }
        value = value.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public static Quantity none(Meter meter) {
        return new Quantity(meter, BigDecimal.ZERO);
    }

    /** Some amount of a resource, held for a window. */
    public static Quantity held(Meter meter, BigDecimal amount, Window window) {
        if (meter.counting() != Meter.Counting.OVER_TIME) {
            throw new IllegalArgumentException(meter + " is not counted over time");
        }
        BigDecimal seconds = BigDecimal.valueOf(window.length().toNanos(), 9);
        return new Quantity(meter, amount.multiply(seconds));
    }

    public Quantity plus(Quantity other) {
        if (meter != other.meter) {
            throw new IllegalArgumentException("Quantities of " + meter + " and " + other.meter + " do not add up");
        }
        return new Quantity(meter, value.add(other.value));
    }
}
