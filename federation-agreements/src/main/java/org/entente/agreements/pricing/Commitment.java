package org.entente.agreements.pricing;

import java.math.BigDecimal;
import org.entente.agreements.language.Money;

/**
 * A quantity bought beforehand. It is owed in full in every billing period in which the line is used; use draws it down,
 * and only what goes beyond is priced by the line's scheme.
 *
 * @param units in the line's pricing units
 * @param price of all of them
 */
public record Commitment(BigDecimal units, Money price) {
    public Commitment {
        if (units.signum() <= 0) {
            throw new IllegalArgumentException(
                    "A commitment must be to something, but was to " + units.toPlainString());
        }
        units = units.stripTrailingZeros();
    }
}
