package org.entente.billing.export;

import org.entente.agreements.language.Meter;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.billing.invoice.InvoiceLine;

/** Units as FOCUS writes them: the resource, and for one held over time the time unit in the plural behind a hyphen. */
final class FocusUnits {
    private FocusUnits() {}

    /** One unit where a line is billed as a whole. */
    static String pricing(InvoiceLine line) {
        return line.item().isUnitsAtAPrice()
                ? pricing(line.item().line().meter(), line.item().line().per())
                : "Units";
    }

    static String pricing(Meter meter, PricingUnit per) {
        return switch (per) {
            case SECOND -> meter.resource() + "-Seconds";
            case MINUTE -> meter.resource() + "-Minutes";
            case HOUR -> meter.resource() + "-Hours";
            case DAY -> meter.resource() + "-Days";
            case VOLUME -> meter.resource();
        };
    }

    static String consumed(Meter meter) {
        return switch (meter.counting()) {
            case OVER_TIME -> pricing(meter, PricingUnit.SECOND);
            case VOLUME -> pricing(meter, PricingUnit.VOLUME);
        };
    }
}
