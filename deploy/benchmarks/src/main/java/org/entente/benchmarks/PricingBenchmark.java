package org.entente.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.CalendarWindow;
import org.entente.agreements.pricing.Conditions;
import org.entente.agreements.pricing.Granularity;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PriceScheme;
import org.entente.agreements.pricing.PricedUse;
import org.entente.agreements.pricing.Pricing;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.RunningTotal;
import org.entente.agreements.pricing.Stretch;
import org.entente.agreements.pricing.Tier;
import org.entente.agreements.pricing.Timing;
import org.entente.agreements.pricing.Used;

/**
 * Prices computed per second by one thread, beside the bare multiplication and division of the same numbers. A price is what
 * rating does for one usage record: the line is looked up on the rate card, the record cut where the line changes, and each
 * part charged as the difference of two running totals.
 */
final class PricingBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final PricedUse USE = new PricedUse(Meter.VCPU, Technology.OPENSTACK, new SiteId("nord"));
    private static final Window DAY =
            new Window(Instant.parse("2026-06-09T22:00:00Z"), Instant.parse("2026-06-10T22:00:00Z"));
    /** A power of two. Different numbers each time, so that nothing can be computed once for all. */
    private static final int QUANTITIES = 1024;

    private static final RunningTotal TEN_DAYS = new RunningTotal(
            new Used(
                    new Quantity(Meter.VCPU, new BigDecimal("2160000")),
                    DAY.length().multipliedBy(10)),
            Quantity.none(Meter.VCPU),
            true);
    private static final BigDecimal UNIT_PRICE = new BigDecimal("0.0115");
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private final List<Quantity> quantities = new ArrayList<>();
    private int turn;

    private PricingBenchmark() {
        for (int number = 1; number <= QUANTITIES; number++) {
            quantities.add(Quantity.held(Meter.VCPU, BigDecimal.valueOf(number, 2), DAY));
        }
    }

    /** Prices, and the bare multiplication as the first. */
    static Rates measured() {
        return Rates.of("pricing", 10_000, new PricingBenchmark().subjects());
    }

    private List<Measurement.Subject> subjects() {
        List<Measurement.Subject> subjects = new ArrayList<>();
        subjects.add(new Measurement.Subject("multiplication", this::bare));
        cards().forEach((name, card) -> subjects.add(new Measurement.Subject(name, () -> price(card))));
        return subjects;
    }

    /** The same numbers as the flat price, with nothing around them. */
    private long bare() {
        BigDecimal before = TEN_DAYS.instance().quantity().value();
        BigDecimal after = before.add(next().value());
        return asked(after).subtract(asked(before)).signum();
    }

    private Quantity next() {
        turn = (turn + 1) & (QUANTITIES - 1);
        return quantities.get(turn);
    }

    private static BigDecimal asked(BigDecimal quantity) {
        return quantity.multiply(UNIT_PRICE).divide(HOUR, Money.SCALE, RoundingMode.HALF_EVEN);
    }

    private long price(RateCard card) {
        Quantity quantity = next();
        long kept = 0;
        for (Stretch stretch : card.stretches(USE, DAY, ZONE)) {
            Used used = new Used(
                    quantity.part(DAY, stretch.window()), stretch.window().length());
            kept += Pricing.charge(stretch.line(), TEN_DAYS, used).amount().signum();
        }
        return kept;
    }

    private static Map<String, RateCard> cards() {
        PriceLine flat =
                new PriceLine("vcpu", Meter.VCPU, Optional.of(Technology.OPENSTACK), euro("0.0115"), PricingUnit.HOUR);
        List<Tier> tiers = List.of(
                Tier.upTo("100", euro("0.0115")), Tier.upTo("1000", euro("0.0105")), Tier.beyond(euro("0.0095")));
        List<DayOfWeek> week = List.of(DayOfWeek.values());
        Map<String, RateCard> cards = new LinkedHashMap<>();
        cards.put("flat", card(flat));
        cards.put("graduated", card(flat.by(new PriceScheme.Graduated(tiers))));
        cards.put("volume", card(flat.by(new PriceScheme.Volume(tiers))));
        cards.put("packages", card(flat.by(new PriceScheme.Packages(BigDecimal.TEN, euro("0.1")))));
        cards.put(
                "hourlyDiscounted",
                card(flat.under(Conditions.NONE.roundedTo(Granularity.HOUR).discounted("12.5"))));
        cards.put(
                "dayAndNight",
                card(
                        flat,
                        new PriceLine(
                                        "night",
                                        Meter.VCPU,
                                        Optional.of(Technology.OPENSTACK),
                                        euro("0.005"),
                                        PricingUnit.HOUR)
                                .at(Timing.during(
                                        new CalendarWindow(week, LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
                                        new CalendarWindow(week, LocalTime.of(22, 0), LocalTime.MIDNIGHT)))));
        return cards;
    }

    /** The line of interest among those of other meters, as on a real rate card. */
    private static RateCard card(PriceLine... lines) {
        List<PriceLine> all = new ArrayList<>();
        for (Technology technology : Technology.values()) {
            all.add(new PriceLine(
                    "memory-" + technology, Meter.MEMORY, Optional.of(technology), euro("0.0029"), PricingUnit.HOUR));
            all.add(new PriceLine(
                    "disk-" + technology, Meter.DISK, Optional.of(technology), euro("0.000085"), PricingUnit.HOUR));
        }
        all.addAll(List.of(lines));
        return new RateCard(Currency.getInstance("EUR"), all);
    }

    private static Money euro(String amount) {
        return Money.of("EUR", amount);
    }
}
