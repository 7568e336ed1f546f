package org.entente.agreements.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.agreements.pricing.Lines.OSLO;
import static org.entente.agreements.pricing.Lines.euro;
import static org.entente.agreements.pricing.Lines.hourly;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RateCardTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final Selector SMALL = new Selector(Optional.empty(), List.of(), List.of("m1.small"));
    private static final CalendarWindow MONDAY =
            new CalendarWindow(List.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    @Test
    void theMostSpecificLinePrices() {
        PriceLine any = hourly("any", "5");
        PriceLine dated = hourly("dated", "4").at(Timing.from(Instant.parse("2026-01-01T00:00:00Z")));
        PriceLine technology = hourly("technology", "3").at(Selector.of(Technology.OPENSTACK));
        PriceLine flavour = hourly("flavour", "2").at(SMALL);
        PriceLine site = hourly("site", "1").at(Selector.of(OSLO));

        assertThat(lineOf(any, dated)).isEqualTo("dated");
        assertThat(lineOf(any, dated, technology)).isEqualTo("technology");
        assertThat(lineOf(any, dated, technology, flavour)).isEqualTo("flavour");
        assertThat(lineOf(any, dated, technology, flavour, site)).isEqualTo("site");
    }

    @Test
    void aLineForFlavoursPricesNoUseWithoutOne() {
        RateCard card = card(hourly("flavour", "2").at(SMALL));

        assertThat(card.lineAt(new PricedUse(Meter.VCPU, Technology.KUBERNETES, OSLO), NOON, ZoneOffset.UTC))
                .isEmpty();
    }

    @Test
    void linesThatCannotMeetMayBeEquallySpecific() {
        assertThatCode(() -> card(
                        hourly("oslo", "1").at(Selector.of(OSLO)),
                        hourly("bergen", "1").at(Selector.of(new SiteId("bergen"))),
                        hourly("before", "1").at(Timing.until(NOON)),
                        hourly("after", "1").at(Timing.from(NOON))))
                .doesNotThrowAnyException();
    }

    @Test
    void aMarkUpRaisesEveryAmountOfALine() {
        RateCard wholesale = card(
                hourly("vcpu", "0.1").under(Conditions.NONE.withStartFee(euro("1"))),
                new PriceLine("memory", Meter.MEMORY, Optional.empty(), euro("0.02"), PricingUnit.HOUR));

        RateCard retail = wholesale.markedUp(new MarkUp(new BigDecimal("50"), Map.of("memory", new BigDecimal("25"))));

        // 0.10 + 50 % = 0.15, 1.00 + 50 % = 1.50, 0.02 + 25 % = 0.025
        assertThat(retail.lines().get(0).unitPrice()).isEqualTo(euro("0.15"));
        assertThat(retail.lines().get(0).conditions().startFee()).contains(euro("1.5"));
        assertThat(retail.lines().get(1).unitPrice()).isEqualTo(euro("0.025"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("a negative price", "negative price", () -> hourly("vcpu", "-0.01")),
                bad(
                        "a negative start fee",
                        "negative price",
                        () -> hourly("vcpu", "1").under(Conditions.NONE.withStartFee(euro("-1")))),
                bad(
                        "two currencies in a line",
                        "is in EUR and in NOK",
                        () -> hourly("vcpu", "1").under(Conditions.NONE.withMinimum(Money.of("NOK", "1")))),
                bad(
                        "another currency than the card's",
                        "rate card's currency",
                        () -> new RateCard(Currency.getInstance("NOK"), List.of(hourly("vcpu", "1")))),
                bad(
                        "one id twice",
                        "are called vcpu",
                        () -> card(hourly("vcpu", "1"), hourly("vcpu", "1").at(Selector.of(OSLO)))),
                bad(
                        "overlapping lines",
                        "neither is more specific",
                        () -> card(hourly("one", "1"), hourly("two", "1"))),
                bad(
                        "lines that share a site",
                        "neither is more specific",
                        () -> card(
                                hourly("one", "1").at(Selector.of(OSLO)),
                                hourly("two", "1")
                                        .at(new Selector(
                                                Optional.empty(), List.of(OSLO, new SiteId("bergen")), List.of())))),
                bad(
                        "lines whose dates overlap",
                        "neither is more specific",
                        () -> card(
                                hourly("one", "1").at(Timing.until(NOON)),
                                hourly("two", "1").at(Timing.from(NOON.minusSeconds(1))))),
                bad(
                        "lines whose hours overlap",
                        "neither is more specific",
                        () -> card(
                                hourly("one", "1").at(Timing.during(MONDAY)),
                                hourly("two", "1")
                                        .at(Timing.during(new CalendarWindow(
                                                List.of(DayOfWeek.MONDAY), LocalTime.of(23, 0), LocalTime.MIDNIGHT))))),
                bad("hours of one line that overlap", "overlap", () -> Timing.during(MONDAY, MONDAY)),
                bad("no tiers", "at least one tier", () -> new PriceScheme.Graduated(List.of())),
                bad(
                        "tiers out of order",
                        "must end above",
                        () -> new PriceScheme.Volume(List.of(
                                Tier.upTo("10", euro("1")), Tier.upTo("5", euro("1")), Tier.beyond(euro("1"))))),
                bad(
                        "a tier of nothing",
                        "must end above",
                        () -> new PriceScheme.Graduated(List.of(Tier.upTo("0", euro("1")), Tier.beyond(euro("1"))))),
                bad(
                        "a last tier with an end",
                        "without an end",
                        () -> new PriceScheme.Graduated(List.of(Tier.upTo("10", euro("1"))))),
                bad(
                        "an early tier without an end",
                        "Only the last tier",
                        () -> new PriceScheme.Graduated(List.of(Tier.beyond(euro("1")), Tier.beyond(euro("2"))))),
                bad(
                        "an empty package",
                        "must hold something",
                        () -> new PriceScheme.Packages(BigDecimal.ZERO, euro("1"))),
                bad("an empty commitment", "must be to something", () -> new Commitment(BigDecimal.ZERO, euro("1"))),
                bad("a discount above all", "from 0 to 100", () -> Conditions.NONE.discounted("100.1")),
                bad("a negative discount", "from 0 to 100", () -> Conditions.NONE.discounted("-1")),
                bad("a negative mark-up", "must not be negative", () -> new MarkUp(new BigDecimal("-1"), Map.of())),
                bad(
                        "a price per hour of a meter of volume",
                        "not counted that way",
                        () -> new PriceLine("sent", Meter.BYTES_OUT, Optional.empty(), euro("1"), PricingUnit.HOUR)),
                bad(
                        "data rounded to the hour",
                        "not counted over time",
                        () -> Lines.sent(new PriceScheme.Flat(euro("1")))
                                .under(Conditions.NONE.roundedTo(Granularity.HOUR))),
                bad(
                        "hours over midnight",
                        "is two windows",
                        () -> new CalendarWindow(List.of(DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.of(6, 0))),
                bad(
                        "hours of no day",
                        "at least one weekday",
                        () -> new CalendarWindow(List.of(), LocalTime.of(1, 0), LocalTime.of(2, 0))),
                bad(
                        "an end before the beginning",
                        "must end after",
                        () -> new Timing(Optional.of(NOON), Optional.of(NOON), List.of())),
                bad("no id", "1 to 64", () -> hourly(" ", "1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refuses(String what, String sentence, ThrowingCallable making) {
        assertThatThrownBy(making)
                .as(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static Arguments bad(String what, String sentence, Supplier<?> making) {
        ThrowingCallable call = making::get;
        return Arguments.of(what, sentence, call);
    }

    private static String lineOf(PriceLine... lines) {
        return card(lines)
                .lineAt(Lines.VM_VCPU, NOON, ZoneOffset.UTC)
                .orElseThrow()
                .id();
    }

    private static RateCard card(PriceLine... lines) {
        return new RateCard(Currency.getInstance("EUR"), List.of(lines));
    }
}
