package org.entente.billing.invoice;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.Pricing;

/**
 * What one line of an invoice bills, before any rounding.
 *
 * @param technology of the site, where it is known
 * @param exact the exact amount of its charges
 */
public record InvoiceItem(
        InstanceId instance,
        Place place,
        Optional<Technology> technology,
        PriceLine line,
        Quantity quantity,
        Money exact) {
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("0.00000001");

    /**
     * Whether it is what its units cost at the line's unit price. Not so where the line has tiers, fees, a discount or the
     * like, or where the line's price changed within the period: then it is one whole.
     */
    public boolean isUnitsAtAPrice() {
        return line.isPlain()
                && Pricing.total(line, quantity).minus(exact).amount().abs().compareTo(NEGLIGIBLE) <= 0;
    }
}
