package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entente.agreements.language.Money;

/**
 * What a price line adds to its scheme.
 *
 * @param granularity how running time is rounded up; {@link Granularity#SECOND} unless stated
 * @param counting over what the running total runs; {@link Counting#PER_INSTANCE} unless stated
 * @param startFee owed once for each instance, when it is first used under a line of this id, whatever the period
 * @param minimum the least that a running total costs once anything was used in the period, the start fee aside
 * @param commitment bought beforehand
 * @param discountPercent taken off what the scheme asks, from 0 to 100; not off fees, commitments and minimums
 */
public record Conditions(
        Granularity granularity,
        Counting counting,
        Optional<Money> startFee,
        Optional<Money> minimum,
        Optional<Commitment> commitment,
        BigDecimal discountPercent) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** None: to the second, each instance by itself, no fee and no discount. */
    public static final Conditions NONE = new Conditions(
            Granularity.SECOND,
            Counting.PER_INSTANCE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            BigDecimal.ZERO);

    public Conditions {
        if (discountPercent.signum() < 0 || discountPercent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException(
                    "A discount must be from 0 to 100 percent, but was " + discountPercent.toPlainString());
        }
        discountPercent = discountPercent.signum() == 0 ? BigDecimal.ZERO : discountPercent.stripTrailingZeros();
    }

    public Conditions roundedTo(Granularity coarser) {
        return new Conditions(coarser, counting, startFee, minimum, commitment, discountPercent);
    }

    public Conditions counted(Counting over) {
        return new Conditions(granularity, over, startFee, minimum, commitment, discountPercent);
    }

    public Conditions withStartFee(Money fee) {
        return new Conditions(granularity, counting, Optional.of(fee), minimum, commitment, discountPercent);
    }

    public Conditions withMinimum(Money least) {
        return new Conditions(granularity, counting, startFee, Optional.of(least), commitment, discountPercent);
    }

    public Conditions withCommitment(Commitment bought) {
        return new Conditions(granularity, counting, startFee, minimum, Optional.of(bought), discountPercent);
    }

    public Conditions discounted(String percent) {
        return new Conditions(granularity, counting, startFee, minimum, commitment, new BigDecimal(percent));
    }

    /** The part of the scheme's price that is asked, in hundredths. */
    BigDecimal percentAsked() {
        return ALL.subtract(discountPercent);
    }

    /** Every amount it states. */
    Stream<Money> prices() {
        return Stream.of(startFee, minimum, commitment.map(Commitment::price)).flatMap(Optional::stream);
    }

    Conditions with(UnaryOperator<Money> change) {
        return new Conditions(
                granularity,
                counting,
                startFee.map(change),
                minimum.map(change),
                commitment.map(bought -> new Commitment(bought.units(), change.apply(bought.price()))),
                discountPercent);
    }
}
