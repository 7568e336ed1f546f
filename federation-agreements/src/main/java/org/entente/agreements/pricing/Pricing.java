package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;

/**
 * What a quantity costs under a price line.
 *
 * <p>A charge is always the difference of two running totals, and only a running total is brought to money's scale. So
 * however a stretch of use is cut into records, and in whatever order they are charged, the charges sum to the price of
 * the whole.
 */
public final class Pricing {
    private static final MathContext EXACT_ENOUGH = new MathContext(60, RoundingMode.HALF_EVEN);

    private Pricing() {}

    /** The price of everything used so far under this line. */
    public static Money total(PriceLine line, Quantity usedSoFar) {
        if (usedSoFar.meter() != line.meter()) {
            throw new IllegalArgumentException(
                    "Price line " + line.id() + " prices " + line.meter() + ", not " + usedSoFar.meter());
        }
        BigDecimal units = usedSoFar.value().divide(line.per().size(), EXACT_ENOUGH);
        return Money.nearest(
                line.unitPrice().currency(), units.multiply(line.unitPrice().amount()));
    }

    /** The charge for a further quantity, after what was used before it under the same line. */
    public static Money charge(PriceLine line, Quantity usedBefore, Quantity used) {
        return total(line, usedBefore.plus(used)).minus(total(line, usedBefore));
    }
}
