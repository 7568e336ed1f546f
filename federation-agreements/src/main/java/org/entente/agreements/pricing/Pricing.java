package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;

/**
 * What a quantity costs under a price line.
 *
 * <p>A charge is always the difference of two running totals, and only a running total is brought to money's scale. So
 * however a stretch of use is cut into records, and in whatever order they are charged, the charges sum to the price of
 * the whole:
 *
 * <pre>
 *   total = start fee, if ever used + 0, if nothing was used in the period, or else the greater of
 *           the minimum, and commitment + (100 % - discount) × scheme(billed quantity - committed quantity)
 * </pre>
 */
public final class Pricing {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Pricing() {}

    /** The charge for a further use, after what the running total stands at. Negative only where a volume tier drops. */
    public static Money charge(PriceLine line, RunningTotal before, Used more) {
        return total(line, before.plus(more)).minus(total(line, before));
    }

    /** The price of everything that a running total holds. */
    public static Money total(PriceLine line, RunningTotal reached) {
        Money use = total(line, reached.others().plus(billed(line, reached.instance())));
        return reached.started() ? line.conditions().startFee().map(use::plus).orElse(use) : use;
    }

    /** The price of a billed quantity in one period, without any start fee. */
    public static Money total(PriceLine line, Quantity billed) {
        if (billed.meter() != line.meter()) {
            throw new IllegalArgumentException(
                    "Price line " + line.id() + " prices " + line.meter() + ", not " + billed.meter());
        }
        if (billed.value().signum() == 0) {
            return Money.zero(line.currency());
        }
        Conditions conditions = line.conditions();
        Money use = conditions
                .commitment()
                .map(bought -> bought.price().plus(scheme(line, beyond(bought, line, billed.value()))))
                .orElseGet(() -> scheme(line, billed.value()));
        return conditions.minimum().filter(least -> least.compareTo(use) > 0).orElse(use);
    }

    /**
     * What an instance is billed for: what it used, as if it had gone on to the end of the last step of the line's
     * granularity that it began. To the quantity's scale, rounded up.
     */
    public static Quantity billed(PriceLine line, Used used) {
        Duration running = used.running();
        Duration whole = line.conditions().granularity().roundedUp(running);
        if (whole.equals(running)) {
            return used.quantity();
        }
        BigDecimal value =
                used.quantity().value().multiply(nanos(whole)).divide(nanos(running), Quantity.SCALE, RoundingMode.UP);
        return new Quantity(line.meter(), value);
    }

    private static Money scheme(PriceLine line, BigDecimal quantity) {
        BigDecimal unit = line.per().size();
        BigDecimal asked = line.scheme().timesUnit(quantity, unit);
        if (line.conditions().discountPercent().signum() == 0) {
            return new Money(line.currency(), asked.divide(unit, Money.SCALE, RoundingMode.HALF_EVEN));
        }
        return new Money(
                line.currency(),
                asked.multiply(line.conditions().percentAsked())
                        .divide(unit.multiply(PERCENT), Money.SCALE, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal beyond(Commitment bought, PriceLine line, BigDecimal quantity) {
        return quantity.subtract(bought.units().multiply(line.per().size())).max(BigDecimal.ZERO);
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos());
    }
}
