package org.entente.metering.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.BillingCalendar;

/** However an instance is looked at, what is recorded of it is the same, and exactly what it used. */
class CursorPropertyTest {
    private static final long DAY = 24 * 60 * 60;

    @Property
    void lookingAnyhowRecordsExactlyWhatWasUsed(
            @ForAll("starts") Instant start,
            @ForAll("calendars") BillingCalendar calendar,
            @ForAll @Size(max = 40) List<@LongRange(max = 40 * DAY) Long> looks,
            @ForAll @LongRange(max = 40 * DAY) long lastSeconds,
            @ForAll @BigRange(min = "0.000000001", max = "1000") @Scale(9) BigDecimal amount) {
        List<Window> recorded = new ArrayList<>();
        Cursor cursor = Cursor.startedAt(start);
        for (long look : looks) {
            Instant at = start.plusSeconds(Math.min(look, lastSeconds));
            cursor = record(cursor.seen(at, at, calendar), recorded);
        }
        Instant end = start.plusSeconds(lastSeconds);
        record(cursor.ended(end, calendar), recorded);

        assertNoGapAndNoOverlap(recorded, start, end);
        assertThat(used(recorded, amount)).isEqualByComparingTo(amount.multiply(BigDecimal.valueOf(lastSeconds)));
    }

    @Property
    void twoOperatorsThatLookDifferentlyRecordTheSame(
            @ForAll("starts") Instant start,
            @ForAll("calendars") BillingCalendar calendar,
            @ForAll @Size(max = 20) List<@LongRange(max = 10 * DAY) Long> hostLooks,
            @ForAll @Size(max = 20) List<@LongRange(max = 10 * DAY) Long> homeLooks,
            @ForAll @LongRange(max = 3600) long graceSeconds) {
        Instant end = start.plusSeconds(10 * DAY);

        assertThat(recordsOf(start, end, calendar, hostLooks, 0))
                .isEqualTo(recordsOf(start, end, calendar, homeLooks, graceSeconds));
    }

    @Property
    void noRecordReachesOverAPeriodsEnd(
            @ForAll("starts") Instant start,
            @ForAll("calendars") BillingCalendar calendar,
            @ForAll @LongRange(min = 1, max = 400 * DAY) long seconds) {
        for (Window window : recordsOf(start, start.plusSeconds(seconds), calendar, List.of(), 0)) {
            assertThat(calendar.window(calendar.periodOf(window.from())).contains(window))
                    .isTrue();
            assertThat(window.to()).isBeforeOrEqualTo(calendar.nextMidnight(window.from()));
        }
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2010-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2035-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<BillingCalendar> calendars() {
        return Arbitraries.oneOf(
                        Arbitraries.just("Europe/Paris"),
                        Arbitraries.of(
                                ZoneId.getAvailableZoneIds().stream().sorted().toList()))
                .map(zone -> new BillingCalendar(ZoneId.of(zone)));
    }

    private static List<Window> recordsOf(
            Instant start, Instant end, BillingCalendar calendar, List<Long> looks, long graceSeconds) {
        List<Window> recorded = new ArrayList<>();
        Cursor cursor = Cursor.startedAt(start);
        for (long look : looks) {
            Instant at = start.plusSeconds(look);
            cursor = record(cursor.seen(at, at.minusSeconds(graceSeconds), calendar), recorded);
        }
        record(cursor.ended(end, calendar), recorded);
        return recorded;
    }

    private static Cursor record(Cursor.Advance advance, List<Window> recorded) {
        recorded.addAll(advance.completed());
        assertThat(advance.cursor().recordedUntil())
                .isBeforeOrEqualTo(advance.cursor().meteredUntil());
        return advance.cursor();
    }

    private static void assertNoGapAndNoOverlap(List<Window> recorded, Instant start, Instant end) {
        Instant expected = start;
        for (Window window : recorded) {
            assertThat(window.from()).isEqualTo(expected);
            expected = window.to();
        }
        assertThat(expected).isEqualTo(end);
    }

    private static BigDecimal used(List<Window> recorded, BigDecimal amount) {
        return recorded.stream()
                .map(window -> Quantity.held(Meter.VCPU, amount, window))
                .reduce(Quantity.none(Meter.VCPU), Quantity::plus)
                .value();
    }
}
