package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;

/** What an instance costs by itself, by the same stretches and the same totals that its use is rated with. */
public final class Quoting {
    private Quoting() {}

    /**
     * The price of holding a resource throughout windows that follow each other.
     *
     * @param amount how much of the meter's resource is held
     * @param periods each within one billing period of its own
     * @param zone the billing zone
     */
    public static Money price(RateCard card, PricedUse use, BigDecimal amount, List<Window> periods, ZoneId zone) {
        Set<String> started = new HashSet<>();
        Money sum = Money.zero(card.currency());
        for (Window period : periods) {
            for (Map.Entry<PriceLine, Used> held :
                    held(card, use, amount, period, zone).entrySet()) {
                RunningTotal before = new RunningTotal(
                        Used.nothing(use.meter()),
                        Quantity.none(use.meter()),
                        !started.add(held.getKey().id()));
                sum = sum.plus(Pricing.charge(held.getKey(), before, held.getValue()));
            }
        }
        return sum;
    }

    /** The price of holding a resource throughout a window of one billing period. */
    public static Money price(RateCard card, PricedUse use, BigDecimal amount, Window window, ZoneId zone) {
        return price(card, use, amount, List.of(window), zone);
    }

    private static Map<PriceLine, Used> held(
            RateCard card, PricedUse use, BigDecimal amount, Window window, ZoneId zone) {
        Map<PriceLine, Used> held = new LinkedHashMap<>();
        for (Stretch stretch : card.stretches(use, window, zone)) {
            Used used = new Used(
                    Quantity.held(use.meter(), amount, stretch.window()),
                    stretch.window().length());
            held.merge(stretch.line(), used, Used::plus);
        }
        return held;
    }
}
