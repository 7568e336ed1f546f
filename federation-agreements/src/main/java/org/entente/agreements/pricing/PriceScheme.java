package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.agreements.language.Money;

/** How the price grows with the quantity that a running total has reached. */
public sealed interface PriceScheme {
    /** Every unit costs the same. */
    record Flat(Money unitPrice) implements PriceScheme {
        @Override
        public BigDecimal timesUnit(BigDecimal quantity, BigDecimal unit) {
            return quantity.multiply(unitPrice.amount());
        }

        @Override
        public List<Money> prices() {
            return List.of(unitPrice);
        }

        @Override
        public PriceScheme with(UnaryOperator<Money> change) {
            return new Flat(change.apply(unitPrice));
        }
    }

    /** Each tier prices the units that lie within it, so the price never falls as the quantity grows. */
    record Graduated(List<Tier> tiers) implements PriceScheme {
        public Graduated {
            tiers = Tiers.checked(tiers);
        }

        @Override
        public BigDecimal timesUnit(BigDecimal quantity, BigDecimal unit) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal below = BigDecimal.ZERO;
            for (Tier tier : tiers) {
                BigDecimal reached = tier.upTo()
                        .map(edge -> edge.multiply(unit).min(quantity))
                        .orElse(quantity);
                sum = sum.add(reached.subtract(below).multiply(tier.unitPrice().amount()));
                below = reached;
                if (below.compareTo(quantity) == 0) {
                    break;
                }
            }
            return sum;
        }

        @Override
        public List<Money> prices() {
            return tiers.stream().map(Tier::unitPrice).toList();
        }

        @Override
        public PriceScheme with(UnaryOperator<Money> change) {
            return new Graduated(Tiers.with(tiers, change));
        }
    }

    /**
     * The tier that the quantity reaches prices all of it. Where a later tier is cheaper, the price falls just above its
     * edge: a charge there may be negative.
     */
    record Volume(List<Tier> tiers) implements PriceScheme {
        public Volume {
            tiers = Tiers.checked(tiers);
        }

        @Override
        public BigDecimal timesUnit(BigDecimal quantity, BigDecimal unit) {
            for (Tier tier : tiers) {
                boolean reaches = tier.upTo()
                        .map(edge -> quantity.compareTo(edge.multiply(unit)) <= 0)
                        .orElse(true);
                if (reaches) {
                    return quantity.multiply(tier.unitPrice().amount());
                }
            }
            throw new IllegalStateException("The last tier has no end");
        }

        @Override
        public List<Money> prices() {
            return tiers.stream().map(Tier::unitPrice).toList();
        }

        @Override
        public PriceScheme with(UnaryOperator<Money> change) {
            return new Volume(Tiers.with(tiers, change));
        }
    }

    /**
     * Units are sold in whole packages: one that is begun is owed.
     *
     * @param size how many pricing units a package holds
     */
    record Packages(BigDecimal size, Money price) implements PriceScheme {
        public Packages {
            if (size.signum() <= 0) {
                throw new IllegalArgumentException("A package must hold something, but held " + size.toPlainString());
            }
            size = size.stripTrailingZeros();
        }

        @Override
        public BigDecimal timesUnit(BigDecimal quantity, BigDecimal unit) {
            BigDecimal begun = quantity.divide(size.multiply(unit), 0, RoundingMode.CEILING);
            return begun.multiply(price.amount()).multiply(unit);
        }

        @Override
        public List<Money> prices() {
            return List.of(price);
        }

        @Override
        public PriceScheme with(UnaryOperator<Money> change) {
            return new Packages(size, change.apply(price));
        }
    }

    /**
     * The price of a quantity, times the pricing unit's size, and so without a division: exact.
     *
     * @param quantity in the meter's own units
     * @param unit how many of those the pricing unit holds
     */
    BigDecimal timesUnit(BigDecimal quantity, BigDecimal unit);

    /** The prices it states, the first unit's first. Never empty. */
    List<Money> prices();

    /** The same scheme at other prices. */
    PriceScheme with(UnaryOperator<Money> change);
}
