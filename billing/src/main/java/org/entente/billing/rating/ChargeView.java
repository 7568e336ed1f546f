package org.entente.billing.rating;

import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.document.PlainTypes;

/**
 * One charge as it is shown: why an amount is what it is. Quantities in the meter's own units (resource-seconds or GiB),
 * money as exact decimal text.
 */
record ChargeView(
        long usagePosition,
        Side side,
        String contract,
        Optional<String> agreementVersion,
        String instance,
        String operator,
        String site,
        String meter,
        String priceLine,
        String unitPrice,
        String currency,
        String per,
        String period,
        String billedIn,
        Instant from,
        Instant to,
        String usedBefore,
        String quantity,
        String amount) {
    static ChargeView of(Charge charge) {
        return new ChargeView(
                charge.use().position(),
                charge.contract().side(),
                charge.contract().id(),
                version(charge.contract()),
                charge.use().instance().value(),
                charge.use().place().operator().value(),
                charge.use().place().site().value(),
                charge.line().meter().name(),
                charge.line().id(),
                charge.line().unitPrice().text(),
                charge.amount().currency().getCurrencyCode(),
                charge.line().per().name(),
                charge.period().toString(),
                charge.billedIn().toString(),
                charge.use().window().from(),
                charge.use().window().to(),
                PlainTypes.decimalText(charge.usedBefore().value()),
                PlainTypes.decimalText(charge.use().quantity().value()),
                charge.amount().text());
    }

    private static Optional<String> version(Contract contract) {
        return switch (contract) {
            case Contract.Sold sold -> Optional.of(sold.version().value());
            case Contract.Bought bought -> Optional.of(bought.version().value());
            case Contract.Retail retail -> Optional.empty();
        };
    }
}
