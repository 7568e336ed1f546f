package org.entente.billing.rating;

import java.time.YearMonth;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.metering.record.UsageRecord;

/**
 * One usage record, or one part of it, priced by one price line.
 *
 * @param use the record, which says where, when and how much; cut to the part that the line prices
 * @param period the billing period in which it was used, by the contract's calendar
 * @param billedIn the period that bills it: a later one where its own was sealed already
 * @param part counts the charges of one record and side, from 0
 * @param usedBefore what the instance used before it in that period at the same price
 * @param amount exact: the price of everything up to it, less the price of everything before it. Negative where a volume
 *     tier makes all of it cheaper
 */
public record Charge(
        Contract contract,
        PriceLine line,
        YearMonth period,
        YearMonth billedIn,
        UsageRecord use,
        int part,
        Quantity usedBefore,
        Money amount) {
    public Charge {
        if (billedIn.isBefore(period)) {
            throw new IllegalArgumentException("Use of " + period + " cannot be billed before it, in " + billedIn);
        }
    }
}
