package org.entente.broker.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts as whole numbers of their ten thousand millionth part, for comparing many of them: a MiB is exact in GiB, and so is
 * every price with ten decimal places. What is needed is rounded up, what is there is rounded down, so that nothing fits by
 * rounding.
 */
final class Scaled {
    /** More than anything: what nobody told sets no limit. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** A thousand of these can be summed up. */
    static final long MOST_SUMMED = Long.MAX_VALUE / 4096;

    private static final int PLACES = 10;
    private static final BigDecimal MOST = BigDecimal.valueOf(MOST_SUMMED);

    private Scaled() {}

    static long needed(BigDecimal amount) {
        return scaled(amount, RoundingMode.CEILING);
    }

    static long available(BigDecimal amount) {
        return scaled(amount, RoundingMode.FLOOR);
    }

    static long times(long amount, int count) {
        return amount > MOST_SUMMED / count ? MOST_SUMMED : amount * count;
    }

    /** The amount that a whole number stands for. */
    static BigDecimal amount(long whole) {
        return BigDecimal.valueOf(whole, PLACES);
    }

    private static long scaled(BigDecimal amount, RoundingMode rounding) {
        BigDecimal whole = amount.movePointRight(PLACES).setScale(0, rounding);
        return whole.min(MOST).longValueExact();
    }
}
