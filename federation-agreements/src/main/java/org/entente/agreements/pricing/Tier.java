package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.language.Money;

/**
 * One step of a tiered price.
 *
 * @param upTo the last quantity that belongs to it, in the line's pricing units, included; absent for the last tier only
 * @param unitPrice for one pricing unit; never negative
 */
public record Tier(Optional<BigDecimal> upTo, Money unitPrice) {
    public Tier {
        upTo = upTo.map(edge -> edge.signum() == 0 ? BigDecimal.ZERO : edge.stripTrailingZeros());
    }

    /** A tier that ends. */
    public static Tier upTo(String edge, Money unitPrice) {
        return new Tier(Optional.of(new BigDecimal(edge)), unitPrice);
    }

    /** The tier for everything above. */
    public static Tier beyond(Money unitPrice) {
        return new Tier(Optional.empty(), unitPrice);
    }
}
