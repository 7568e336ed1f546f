package org.entente.agreements.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of one currency, exact at a fixed scale of fourteen decimal places, far below the smallest coin. Rounding to
 * the coin happens once, at the invoice line, by {@link #rounded}.
 */
public record Money(Currency currency, BigDecimal amount) implements Comparable<Money> {
    public static final int SCALE = 14;

    public Money {
        amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public static Money of(String currencyCode, String amount) {
        return new Money(Currency.getInstance(currencyCode), new BigDecimal(amount));
    }

    public static Money zero(Currency currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    /** An amount with more decimal places than money holds, rounded to money's own scale by half-even. */
    public static Money nearest(Currency currency, BigDecimal amount) {
        return new Money(currency, amount.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    public Money plus(Money other) {
        return new Money(currency, amount.add(sameCurrency(other).amount));
    }

    public Money minus(Money other) {
        return new Money(currency, amount.subtract(sameCurrency(other).amount));
    }

    public Money negated() {
        return new Money(currency, amount.negate());
    }

    /** The amount in the currency's own coins, still held at money's scale. */
    public Money rounded(RoundingMode mode) {
        return new Money(currency, amount.setScale(currency.getDefaultFractionDigits(), mode));
    }

    /** Decimal text with exactly the currency's own places. Throws where that would lose a digit. */
    public String inCoins() {
        return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Decimal text without trailing zeros, as written on every wire. */
    public String text() {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return text() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Amounts in " + currency + " and " + other.currency + " do not combine without a dated rate");
        }
        return other;
    }
}
