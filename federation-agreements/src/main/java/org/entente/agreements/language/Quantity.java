package org.entente.agreements.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

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

    /**
     * The part of a quantity that belongs to a part of its window, where it spreads evenly. However a window is cut, the
     * parts sum to the whole: each is the difference of what was reached at its two ends.
     */
    public Quantity part(Window whole, Window part) {
        if (whole.equals(part)) {
            return this;
        }
        if (!whole.contains(part)) {
            throw new IllegalArgumentException(part + " is no part of " + whole);
        }
        return new Quantity(meter, reached(whole, part.to()).subtract(reached(whole, part.from())));
    }

    private BigDecimal reached(Window whole, Instant until) {
        BigDecimal passed =
                BigDecimal.valueOf(Duration.between(whole.from(), until).toNanos());
        return value.multiply(passed).divide(BigDecimal.valueOf(whole.length().toNanos()), SCALE, RoundingMode.DOWN);
    }

    public Quantity plus(Quantity other) {
        if (meter != other.meter) {
            throw new IllegalArgumentException("Quantities of " + meter + " and " + other.meter + " do not add up");
        }
        return new Quantity(meter, value.add(other.value));
    }
}
