package org.entente.billing.rating;

import java.time.YearMonth;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Selector;
import org.entente.agreements.pricing.Timing;

/**
 * What one running total counts: the use of one instance in one period, under one contract, at one price. A new price
 * starts a new total; that a line applies elsewhere or at other times does not.
 *
 * @param contract the id of the agreement or of the tenant
 * @param line without where and when it applies
 */
record RunningUse(Side side, String contract, InstanceId instance, PriceLine line, YearMonth period) {
    RunningUse {
        line = line.at(Selector.ANY).at(Timing.ALWAYS);
    }

    /** All instances that count together with this one where the line says so. */
    Pool pool() {
        return new Pool(side, contract, line, period);
    }

    /** The instance at the line, whatever its price and the period: what is started once. */
    Start start() {
        return new Start(side, contract, instance, line.id());
    }

    /** A running total of several instances. */
    record Pool(Side side, String contract, PriceLine line, YearMonth period) {}

    /** A first use. */
    record Start(Side side, String contract, InstanceId instance, String line) {}
}
