package org.entente.billing.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreements.language.Money;
import org.entente.agreements.pricing.Counting;
import org.entente.agreements.pricing.PriceLine;

/**
 * What instances that count together are charged, shared out by quantity in the order of their ids: each share is the
 * difference of two running shares, so that the shares sum to the whole. Both operators share the same sum alike, in
 * whatever order either of them rated.
 */
final class SharedTotals {
    private SharedTotals() {}

    static List<ChargeTotal> of(List<ChargeTotal> totals) {
        Map<PriceLine, List<ChargeTotal>> together = new LinkedHashMap<>();
        List<ChargeTotal> shared = new ArrayList<>();
        for (ChargeTotal total : totals) {
            if (total.line().conditions().counting() == Counting.TOGETHER) {
                together.computeIfAbsent(total.line(), line -> new ArrayList<>())
                        .add(total);
            } else {
                shared.add(total);
            }
        }
        if (together.isEmpty()) {
            return totals;
        }
        together.values().forEach(pool -> shared.addAll(shares(pool)));
        shared.sort(Comparator.comparing(ChargeTotal::instance)
                .thenComparing(total -> total.line().id()));
        return shared;
    }

    private static List<ChargeTotal> shares(List<ChargeTotal> pool) {
        Money whole = pool.stream().map(ChargeTotal::amount).reduce(Money::plus).orElseThrow();
        BigDecimal all = pool.stream().map(total -> total.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ChargeTotal> shares = new ArrayList<>();
        BigDecimal reached = BigDecimal.ZERO;
        Money given = Money.zero(whole.currency());
        for (ChargeTotal total : pool.stream()
                .sorted(Comparator.comparing(ChargeTotal::instance))
                .toList()) {
            reached = reached.add(total.quantity().value());
            Money until = new Money(
                    whole.currency(),
                    whole.amount().multiply(reached).divide(all, Money.SCALE, RoundingMode.HALF_EVEN));
            shares.add(new ChargeTotal(
                    total.instance(),
                    total.place(),
                    total.technology(),
                    total.line(),
                    total.quantity(),
                    until.minus(given)));
            given = until;
        }
        return shares;
    }
}
