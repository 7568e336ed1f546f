package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.util.Map;
import org.entente.agreements.language.Money;

/**
 * What a retail price adds to a wholesale price.
 *
 * @param percent on every line that is not named; zero or more
 * @param byLine the percentage on a line of the wholesale rate card, by the line's id
 */
public record MarkUp(BigDecimal percent, Map<String, BigDecimal> byLine) {
    private static final int PERCENT_PLACES = 2;

    public MarkUp {
        byLine = Map.copyOf(byLine);
        if (percent.signum() < 0 || byLine.values().stream().anyMatch(one -> one.signum() < 0)) {
            throw new IllegalArgumentException("A mark-up must not be negative");
        }
    }

    Money of(String line, Money price) {
        BigDecimal added =
                price.amount().multiply(byLine.getOrDefault(line, percent)).movePointLeft(PERCENT_PLACES);
        return Money.nearest(price.currency(), price.amount().add(added));
    }
}
