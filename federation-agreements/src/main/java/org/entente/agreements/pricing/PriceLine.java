package org.entente.agreements.pricing;

import java.util.Currency;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;

/**
 * One line of a rate card: what a meter's quantity costs where, when and how the line says.
 *
 * @param id names the line within its rate card; charges and invoice lines refer to it
 * @param per the unit that the scheme's prices and edges are stated in
 */
public record PriceLine(
        String id,
        Meter meter,
        Selector selector,
        Timing timing,
        PriceScheme scheme,
        PricingUnit per,
        Conditions conditions) {
    private static final int SELECTOR_WEIGHT = 4;

    public PriceLine {
        if (id.isBlank() || id.length() > 64) {
            throw new IllegalArgumentException("A price line's id must have 1 to 64 characters");
        }
        if (!per.suits(meter)) {
            throw new IllegalArgumentException("Price line " + id + " states a price per " + per + " of " + meter
                    + ", which is not counted that way");
        }
        if (meter.counting() == Meter.Counting.VOLUME && conditions.granularity() != Granularity.SECOND) {
            throw new IllegalArgumentException(
                    "Price line " + id + " rounds the running time of " + meter + ", which is not counted over time");
        }
        Currency currency = scheme.prices().getFirst().currency();
        Stream.concat(scheme.prices().stream(), conditions.prices()).forEach(price -> {
            if (price.amount().signum() < 0) {
                throw new IllegalArgumentException("Price line " + id + " has a negative price: " + price);
            }
            if (!price.currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "Price line " + id + " is in " + currency + " and in " + price.currency());
            }
        });
    }

    /** A flat price, at one technology or at any, always. */
    public PriceLine(String id, Meter meter, Optional<Technology> technology, Money unitPrice, PricingUnit per) {
        this(
                id,
                meter,
                technology.map(Selector::of).orElse(Selector.ANY),
                Timing.ALWAYS,
                new PriceScheme.Flat(unitPrice),
                per,
                Conditions.NONE);
    }

    public PriceLine at(Selector where) {
        return new PriceLine(id, meter, where, timing, scheme, per, conditions);
    }

    public PriceLine at(Timing when) {
        return new PriceLine(id, meter, selector, when, scheme, per, conditions);
    }

    public PriceLine by(PriceScheme other) {
        return new PriceLine(id, meter, selector, timing, other, per, conditions);
    }

    public PriceLine under(Conditions other) {
        return new PriceLine(id, meter, selector, timing, scheme, per, other);
    }

    /** The only technology it prices, or absent for any. */
    public Optional<Technology> technology() {
        return selector.technology();
    }

    public Currency currency() {
        return unitPrice().currency();
    }

    /** The price it is shown with: of a unit, of a unit of the first tier, or of a package. */
    public Money unitPrice() {
        return scheme.prices().getFirst();
    }

    /** Whether what it asks is always the unit price times the units that were used, and nothing else. */
    public boolean isPlain() {
        return scheme instanceof PriceScheme.Flat && conditions.equals(Conditions.NONE);
    }

    /** The same line at other prices. */
    PriceLine with(UnaryOperator<Money> change) {
        return new PriceLine(id, meter, selector, timing, scheme.with(change), per, conditions.with(change));
    }

    boolean selects(PricedUse use) {
        return meter == use.meter() && selector.selects(use);
    }

    /** Of two lines that price the same use at the same instant, the one with the higher rank does. */
    int rank() {
        return selector.rank() * SELECTOR_WEIGHT + timing.rank();
    }

    /** Whether nothing says which of two lines prices some use. */
    boolean conflictsWith(PriceLine other) {
        return meter == other.meter
                && rank() == other.rank()
                && selector.overlaps(other.selector)
                && timing.overlaps(other.timing);
    }
}
