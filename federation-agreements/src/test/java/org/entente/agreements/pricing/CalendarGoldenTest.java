package org.entente.agreements.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.agreements.pricing.Lines.euro;
import static org.entente.agreements.pricing.Lines.hourly;
import static org.entente.agreements.pricing.Lines.window;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Window;
import org.junit.jupiter.api.Test;

/** Nights, weekdays, dates, and days of 23 and 25 hours, worked out by hand. */
class CalendarGoldenTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<DayOfWeek> ALL_WEEK = List.of(DayOfWeek.values());
    private static final Timing NIGHT = Timing.during(
            new CalendarWindow(ALL_WEEK, LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
            new CalendarWindow(ALL_WEEK, LocalTime.of(22, 0), LocalTime.MIDNIGHT));
    private static final RateCard CARD =
            card(hourly("day", "0.1"), hourly("night", "0.04").at(NIGHT));
    private static final Window SPRING_DAY = window("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
    private static final Window AUTUMN_DAY = window("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");

    @Test
    void anOrdinaryDayHasEightHoursOfNight() {
        // 00–06 and 22–24 are 8 h × 0.04 = 0.32; 06–22 are 16 h × 0.10 = 1.60
        assertThat(price(CARD, window("2026-06-09T22:00:00Z", "2026-06-10T22:00:00Z")))
                .isEqualTo(euro("1.92"));
    }

    @Test
    void theDayOf23HoursHasSevenHoursOfNight() {
        assertThat(SPRING_DAY.length()).isEqualTo(Duration.ofHours(23));
        // The clock skips 02–03: 7 h × 0.04 = 0.28, and 16 h × 0.10 = 1.60
        assertThat(price(CARD, SPRING_DAY)).isEqualTo(euro("1.88"));
    }

    @Test
    void theDayOf25HoursHasNineHoursOfNight() {
        assertThat(AUTUMN_DAY.length()).isEqualTo(Duration.ofHours(25));
        // The clock shows 02–03 twice: 9 h × 0.04 = 0.36, and 16 h × 0.10 = 1.60
        assertThat(price(CARD, AUTUMN_DAY)).isEqualTo(euro("1.96"));
    }

    @Test
    void anHourThatTheClockShowsTwiceCountsTwice() {
        Timing halfPastTwoToThree =
                Timing.during(new CalendarWindow(ALL_WEEK, LocalTime.of(2, 30), LocalTime.of(3, 0)));
        RateCard card = card(hourly("half-past-two", "1").at(halfPastTwoToThree));

        // 02:30–03:00 in summer time, then again in winter time: 2 × 0.5 h × 1.00
        assertThat(card.stretches(Lines.VM_VCPU, AUTUMN_DAY, PARIS))
                .extracting(Stretch::window)
                .containsExactly(
                        window("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
                        window("2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"));
        assertThat(price(card, AUTUMN_DAY)).isEqualTo(euro("1"));
        assertThat(price(card, SPRING_DAY)).isEqualTo(euro("0"));
    }

    @Test
    void aWindowThatBeginsInASkippedHourBeginsAfterIt() {
        RateCard card = card(hourly("early", "1")
                .at(Timing.during(new CalendarWindow(ALL_WEEK, LocalTime.of(2, 30), LocalTime.of(4, 0)))));

        // On the day of 23 h the clock goes from 02:00 to 03:00, so of 02:30–04:00 one hour is left
        assertThat(price(card, SPRING_DAY)).isEqualTo(euro("1"));
    }

    @Test
    void theWeekendIsThatOfTheBillingZone() {
        RateCard card = card(hourly("weekend", "1")
                .at(Timing.during(new CalendarWindow(
                        List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));

        // Friday 2026-06-12 22:00 UTC is Saturday 00:00 in Paris; the weekend has 48 h of these 72
        assertThat(price(card, window("2026-06-12T16:00:00Z", "2026-06-15T16:00:00Z")))
                .isEqualTo(euro("48"));
    }

    @Test
    void aPriceChangesAtItsDateInTheMiddleOfARecord() {
        Instant change = Instant.parse("2026-06-10T12:00:00Z");
        RateCard card = card(
                hourly("vcpu-2026-1", "0.1").at(Timing.until(change)),
                hourly("vcpu-2026-2", "0.2").at(Timing.from(change)));

        // 12 h × 0.10 + 12 h × 0.20 = 1.20 + 2.40
        assertThat(price(card, window("2026-06-10T00:00:00Z", "2026-06-11T00:00:00Z")))
                .isEqualTo(euro("3.6"));
    }

    @Test
    void hoursWithoutAnyLineCostNothing() {
        RateCard card = card(hourly("night", "0.04").at(NIGHT));

        // 8 h × 0.04
        assertThat(price(card, window("2026-06-09T22:00:00Z", "2026-06-10T22:00:00Z")))
                .isEqualTo(euro("0.32"));
    }

    @Test
    void theRunningTimeOfALineIsRoundedUpOnceForAllItsNights() {
        RateCard card = card(hourly("night", "0.04").at(NIGHT).under(Conditions.NONE.roundedTo(Granularity.HOUR)));

        // Two nights of 22:00–22:30 are 1 h, not 2: 1 × 0.04
        Money sum = Lines.charged(
                card.lines().getFirst(),
                List.of(Lines.held(Duration.ofMinutes(30)), Lines.held(Duration.ofMinutes(30))));
        assertThat(sum).isEqualTo(euro("0.04"));
    }

    private static RateCard card(PriceLine... lines) {
        return new RateCard(Currency.getInstance("EUR"), List.of(lines));
    }

    private static Money price(RateCard card, Window window) {
        return Quoting.price(card, Lines.VM_VCPU, BigDecimal.ONE, window, PARIS);
    }
}
