package org.entente.billing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreements.language.Money;

/**
 * The amounts of an invoice. Each line is rounded to coins once, so that the lines sum to the rounded exact total; tax is
 * taken of that sum, once for its only rate.
 */
public record Bill(List<InvoiceLine> lines, BigDecimal taxPercent, Money tax) {
    private static final int PERCENT_PLACES = 2;

    public Bill {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A bill must have at least one line");
        }
    }

    /** The bill for these items, of which there must be at least one. */
    public static Bill of(List<InvoiceItem> items, RoundingMode rounding, BigDecimal taxPercent) {
        List<Money> coins =
                CoinAllocation.allocate(items.stream().map(InvoiceItem::exact).toList(), rounding);
        List<InvoiceLine> lines = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            lines.add(new InvoiceLine(index + 1, items.get(index), coins.get(index)));
        }
        Money net = CoinAllocation.sum(coins);
        BigDecimal tax = net.amount()
                .multiply(taxPercent)
                .movePointLeft(PERCENT_PLACES)
                .setScale(net.currency().getDefaultFractionDigits(), rounding);
        return new Bill(lines, taxPercent, new Money(net.currency(), tax));
    }

    /** The sum of the lines. */
    public Money net() {
        return CoinAllocation.sum(lines.stream().map(InvoiceLine::amount).toList());
    }

    public Money payable() {
        return net().plus(tax);
    }

    /** The exact sum of what the lines bill. */
    public Money exact() {
        return CoinAllocation.sum(
                lines.stream().map(line -> line.item().exact()).toList());
    }
}
