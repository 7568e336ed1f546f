package org.entente.agreements.pricing;

import java.math.BigDecimal;
import org.entente.agreements.language.Meter;

/** What one unit price buys: one resource for a stretch of time, or one gibibyte moved. */
public enum PricingUnit {
    SECOND(1),
    MINUTE(60),
    HOUR(3600),
    DAY(86_400),
    /** For meters of volume: one gibibyte. */
    VOLUME(1);

    private final BigDecimal size;

    PricingUnit(long size) {
        this.size = BigDecimal.valueOf(size);
    }

    /** How many of a quantity's own units (see {@link Meter}) one pricing unit holds. */
    public BigDecimal size() {
        return size;
    }

    /** Whether a price of this meter can be stated in this unit. */
    public boolean suits(Meter meter) {
        return (this == VOLUME) == (meter.counting() == Meter.Counting.VOLUME);
    }
}
