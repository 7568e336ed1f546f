package org.entente.agreements.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.pricing.Lines.euro;
import static org.entente.agreements.pricing.Lines.hourly;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;

/** The laws of pricing, over every scheme and condition. */
class PricingPropertyTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant OCTOBER = Instant.parse("2026-10-20T00:00:00Z");
    private static final BigDecimal AMOUNT = new BigDecimal("1.123456789");

    /** A piece of use: whose, and for how many seconds. */
    record Piece(int instance, long seconds) {}

    @Property(tries = 400)
    void howeverUseIsCutAndOrderedItsChargesSumToThePriceOfTheWhole(
            @ForAll("lines") PriceLine line,
            @ForAll @Size(min = 1, max = 25) List<@LongRange(min = 1, max = 200_000) Long> seconds,
            @ForAll Random random) {
        List<Piece> pieces = new ArrayList<>();
        seconds.forEach(length -> pieces.add(new Piece(random.nextInt(3), length)));
        Money inOrder = charged(line, pieces);
        List<Piece> cut = new ArrayList<>();
        for (Piece piece : pieces) {
            long at = random.nextLong(piece.seconds() + 1);
            cut.add(new Piece(piece.instance(), at));
            cut.add(new Piece(piece.instance(), piece.seconds() - at));
        }
        cut.removeIf(piece -> piece.seconds() == 0);
        Collections.shuffle(cut, random);

        assertThat(charged(line, cut)).isEqualTo(inOrder);
    }

    @Property(tries = 300)
    void graduatedTiersNeverFall(
            @ForAll("tiers") List<Tier> tiers,
            @ForAll @LongRange(min = 0, max = 10_000_000) long used,
            @ForAll @LongRange(min = 0, max = 10_000_000) long more) {
        PriceLine line = hourly("vcpu", "0").by(new PriceScheme.Graduated(tiers));

        assertThat(Pricing.total(line, Lines.vcpuSeconds(used + more)))
                .isGreaterThanOrEqualTo(Pricing.total(line, Lines.vcpuSeconds(used)));
    }

    @Property(tries = 300)
    void volumeTiersCostNoMoreThanTheirDearestPriceAndNoLessThanTheirCheapest(
            @ForAll("tiers") List<Tier> tiers, @ForAll @LongRange(min = 1, max = 10_000_000) long used) {
        PriceLine line = hourly("vcpu", "0").by(new PriceScheme.Volume(tiers));
        List<Money> prices = new ArrayList<>(line.scheme().prices());
        Collections.sort(prices);

        assertThat(Pricing.total(line, Lines.vcpuSeconds(used)))
                .isBetween(flat(prices.getFirst(), used), flat(prices.getLast(), used));
    }

    @Property(tries = 300)
    void stretchesOfAWindowAndOfItsPartsHoldTheSame(
            @ForAll @IntRange(min = 1, max = 864_000) int seconds, @ForAll Random random) {
        RateCard card = dayAndNight();
        Window whole = new Window(OCTOBER, OCTOBER.plusSeconds(seconds));
        TreeSet<Instant> cuts = new TreeSet<>();
        for (int cut = 0; cut < 4; cut++) {
            cuts.add(OCTOBER.plusSeconds(random.nextLong(seconds) + 1));
        }
        cuts.add(whole.to());
        Map<PriceLine, Used> inParts = new HashMap<>();
        Instant from = whole.from();
        for (Instant to : cuts) {
            Window part = new Window(from, to);
            // As rating does it: a record's quantity is spread over the stretches of its window.
            Quantity quantity = Quantity.held(Lines.VM_VCPU.meter(), AMOUNT, part);
            for (Stretch stretch : card.stretches(Lines.VM_VCPU, part, PARIS)) {
                Used used = new Used(
                        quantity.part(part, stretch.window()), stretch.window().length());
                inParts.merge(stretch.line(), used, Used::plus);
            }
            from = to;
        }
        Money rated = inParts.entrySet().stream()
                .map(one -> Pricing.charge(
                        one.getKey(), RunningTotal.none(one.getKey().meter()), one.getValue()))
                .reduce(Money.zero(EURO), Money::plus);

        assertThat(rated).isEqualTo(Quoting.price(card, Lines.VM_VCPU, AMOUNT, whole, PARIS));
    }

    @Property(tries = 300)
    void thePartsOfAQuantitySumToTheWhole(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long billionths,
            @ForAll @IntRange(min = 2, max = 86_400) int seconds,
            @ForAll @IntRange(min = 1, max = 86_399) int at) {
        Quantity whole = new Quantity(Lines.VM_VCPU.meter(), BigDecimal.valueOf(billionths, 9));
        Window window = new Window(OCTOBER, OCTOBER.plusSeconds(seconds));
        Instant cut = OCTOBER.plusSeconds(at % seconds == 0 ? 1 : at % seconds);

        assertThat(whole.part(window, new Window(window.from(), cut))
                        .plus(whole.part(window, new Window(cut, window.to()))))
                .isEqualTo(whole);
    }

    @Provide
    Arbitrary<PriceLine> lines() {
        Arbitrary<PriceScheme> schemes = Arbitraries.oneOf(
                prices().map(PriceScheme.Flat::new),
                tiers().map(PriceScheme.Graduated::new),
                tiers().map(PriceScheme.Volume::new),
                Combinators.combine(Arbitraries.integers().between(1, 50), prices())
                        .as((size, price) -> new PriceScheme.Packages(BigDecimal.valueOf(size), price)));
        Arbitrary<Conditions> conditions = Combinators.combine(
                        Arbitraries.of(Granularity.values()),
                        Arbitraries.of(Counting.values()),
                        prices().optional(),
                        prices().optional(),
                        Combinators.combine(Arbitraries.integers().between(1, 40), prices())
                                .as((units, price) -> new Commitment(BigDecimal.valueOf(units), price))
                                .optional(),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                                .ofScale(2))
                .as(Conditions::new);
        return Combinators.combine(schemes, conditions, Arbitraries.of(PricingUnit.MINUTE, PricingUnit.HOUR))
                .as((scheme, condition, per) -> new PriceLine(
                        "line", Lines.VM_VCPU.meter(), Selector.ANY, Timing.ALWAYS, scheme, per, condition));
    }

    @Provide
    Arbitrary<List<Tier>> tiers() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3000).set().ofMaxSize(4),
                        prices().list().ofSize(5))
                .as((edges, prices) -> {
                    List<Tier> tiers = new ArrayList<>();
                    new TreeSet<>(edges)
                            .forEach(edge -> tiers.add(
                                    new Tier(Optional.of(BigDecimal.valueOf(edge)), prices.get(tiers.size()))));
                    tiers.add(Tier.beyond(prices.getLast()));
                    return tiers;
                });
    }

    private static Arbitrary<Money> prices() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.TEN)
                .ofScale(7)
                .map(amount -> new Money(EURO, amount));
    }

    /** Charges pieces as rating does, whether instances count by themselves or together. */
    private static Money charged(PriceLine line, List<Piece> pieces) {
        Map<Integer, Used> used = new HashMap<>();
        Money sum = Money.zero(EURO);
        for (Piece piece : pieces) {
            Used more = new Used(
                    new Quantity(line.meter(), AMOUNT.multiply(BigDecimal.valueOf(piece.seconds()))),
                    Duration.ofSeconds(piece.seconds()));
            Used mine = used.getOrDefault(piece.instance(), Used.nothing(line.meter()));
            Quantity others = Quantity.none(line.meter());
            if (line.conditions().counting() == Counting.TOGETHER) {
                for (Map.Entry<Integer, Used> other : used.entrySet()) {
                    others = other.getKey() == piece.instance()
                            ? others
                            : others.plus(Pricing.billed(line, other.getValue()));
                }
            }
            sum = sum.plus(
                    Pricing.charge(line, new RunningTotal(mine, others, used.containsKey(piece.instance())), more));
            used.put(piece.instance(), mine.plus(more));
        }
        return sum;
    }

    private static Money flat(Money price, long seconds) {
        return Pricing.total(hourly("flat", "0").by(new PriceScheme.Flat(price)), Lines.vcpuSeconds(seconds));
    }

    private static RateCard dayAndNight() {
        List<DayOfWeek> week = List.of(DayOfWeek.values());
        Instant change = OCTOBER.plus(Duration.ofDays(3));
        return new RateCard(
                EURO,
                List.of(
                        hourly("day", "0.1").at(Timing.until(change)),
                        hourly("later", "0.2")
                                .at(Timing.from(change))
                                .under(Conditions.NONE
                                        .withStartFee(euro("0.25"))
                                        .roundedTo(Granularity.HOUR)),
                        hourly("night", "0.04")
                                .at(Timing.during(
                                        new CalendarWindow(week, LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
                                        new CalendarWindow(week, LocalTime.of(22, 0), LocalTime.MIDNIGHT)))
                                .by(new PriceScheme.Graduated(
                                        List.of(Tier.upTo("7", euro("0.04")), Tier.beyond(euro("0.03"))))),
                        hourly("sunday-two-to-three", "0.01")
                                .at(new Selector(Optional.empty(), List.of(Lines.OSLO), List.of()))
                                .at(Timing.during(new CalendarWindow(
                                        List.of(DayOfWeek.SUNDAY), LocalTime.of(2, 15), LocalTime.of(2, 45))))));
    }
}
