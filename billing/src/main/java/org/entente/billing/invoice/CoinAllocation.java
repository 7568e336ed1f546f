package org.entente.billing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.agreements.language.Money;

/**
 * Brings exact amounts to whole coins so that they sum to the rounded total, by largest remainder: every amount is rounded
 * down, and the coins that are then missing go one each to those that lost most, the earlier first where they lost the
 * same.
 */
final class CoinAllocation {
    private CoinAllocation() {}

    /** The amounts in coins, in the same order. There must be at least one. */
    static List<Money> allocate(List<Money> exact, RoundingMode mode) {
        List<Money> coins = new ArrayList<>(
                exact.stream().map(money -> money.rounded(RoundingMode.FLOOR)).toList());
        Money target = sum(exact).rounded(mode);
        BigDecimal coin = BigDecimal.ONE.movePointLeft(target.currency().getDefaultFractionDigits());
        int missing =
                target.minus(sum(coins)).amount().divideToIntegralValue(coin).intValueExact();
        byLoss(exact, coins)
                .limit(missing)
                .forEach(line -> coins.set(line, coins.get(line).plus(new Money(target.currency(), coin))));
        return List.copyOf(coins);
    }

    static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow();
    }

    private static Stream<Integer> byLoss(List<Money> exact, List<Money> floors) {
        List<Money> losses = IntStream.range(0, exact.size())
                .mapToObj(line -> exact.get(line).minus(floors.get(line)))
                .toList();
        return IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> losses.get(line)).reversed());
    }
}
