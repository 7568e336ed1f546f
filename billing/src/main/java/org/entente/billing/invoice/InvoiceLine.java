package org.entente.billing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.entente.agreements.document.PlainTypes;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;

/**
 * One line of an invoice.
 *
 * @param number counts from 1
 * @param amount in whole coins
 */
public record InvoiceLine(int number, InvoiceItem item, Money amount) {
    /** Decimal places of {@link #pricingQuantity}. */
    public static final int PRICING_SCALE = 14;

    /** The price of one of {@link #pricingQuantity}, in exact decimal text's number. */
    public BigDecimal price() {
        Money price = item.isUnitsAtAPrice() ? item.line().unitPrice() : item.exact();
        return new BigDecimal(price.text());
    }

    /** How many units of its price were used, to the nearest fourteenth decimal place; one where it is billed as a whole. */
    public BigDecimal pricingQuantity() {
        if (!item.isUnitsAtAPrice()) {
            return BigDecimal.ONE;
        }
        return item.quantity()
                .value()
                .divide(item.line().per().size(), PRICING_SCALE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    /** Instance, site and meter in words. */
    public String description() {
        Meter meter = item.line().meter();
        String unit = meter.counting() == Meter.Counting.OVER_TIME ? meter.resource() + "-seconds" : meter.resource();
        return item.instance() + " at " + item.place() + ": "
                + meter.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                + PlainTypes.decimalText(item.quantity().value()) + " " + unit;
    }
}
