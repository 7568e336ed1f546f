package org.entente.metering.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.BillingCalendar;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final BillingCalendar PARIS = new BillingCalendar(ZoneId.of("Europe/Paris"));

    @Test
    void lookingWithinADayCompletesNothing() {
        Cursor.Advance advance = seen("2026-11-10T09:00:00Z", "2026-11-10T22:59:59Z", PARIS);

        assertThat(advance.completed()).isEmpty();
        assertThat(advance.cursor().recordedUntil()).isEqualTo("2026-11-10T09:00:00Z");
        assertThat(advance.cursor().meteredUntil()).isEqualTo("2026-11-10T22:59:59Z");
    }

    @Test
    void reachingMidnightCompletesTheDay() {
        Cursor.Advance advance = seen("2026-11-10T09:00:00Z", "2026-11-10T23:00:00Z", PARIS);

        assertThat(advance.completed()).containsExactly(window("2026-11-10T09:00:00Z", "2026-11-10T23:00:00Z"));
    }

    @Test
    void aLongSilenceIsCutAtEveryMidnight() {
        Cursor.Advance advance = seen("2026-11-10T09:00:00Z", "2026-11-13T12:00:00Z", PARIS);

        assertThat(advance.completed())
                .containsExactly(
                        window("2026-11-10T09:00:00Z", "2026-11-10T23:00:00Z"),
                        window("2026-11-10T23:00:00Z", "2026-11-11T23:00:00Z"),
                        window("2026-11-11T23:00:00Z", "2026-11-12T23:00:00Z"));
        assertThat(advance.cursor().recordedUntil()).isEqualTo("2026-11-12T23:00:00Z");
    }

    @Test
    void theDaysOfChangingClocksHave23And25Hours() {
        Window spring = seen("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", PARIS)
                .completed()
                .getFirst();
        Window autumn = seen("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", PARIS)
                .completed()
                .getFirst();

        assertThat(spring.length()).isEqualTo(Duration.ofHours(23));
        assertThat(autumn.length()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void theLeapDayIsADay() {
        List<Window> days = seen("2028-02-28T00:00:00Z", "2028-03-01T00:00:00Z", new BillingCalendar(ZoneId.of("UTC")))
                .completed();

        assertThat(days)
                .containsExactly(
                        window("2028-02-28T00:00:00Z", "2028-02-29T00:00:00Z"),
                        window("2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z"));
    }

    @Test
    void aDayThatAZoneLeftOutIsNoDay() {
        // Samoa went from 29 to 31 December 2011.
        List<Window> days = seen(
                        "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", new BillingCalendar(ZoneId.of("Pacific/Apia")))
                .completed();

        assertThat(days)
                .containsExactly(
                        window("2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z"),
                        window("2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z"));
    }

    @Test
    void theEndCompletesTheLastStretch() {
        Cursor.Advance advance = startedAt("2026-11-10T09:00:00Z").ended(Instant.parse("2026-11-11T08:00:00Z"), PARIS);

        assertThat(advance.completed())
                .containsExactly(
                        window("2026-11-10T09:00:00Z", "2026-11-10T23:00:00Z"),
                        window("2026-11-10T23:00:00Z", "2026-11-11T08:00:00Z"));
        assertThat(advance.cursor().endedAt()).contains(Instant.parse("2026-11-11T08:00:00Z"));
    }

    @Test
    void anEndAtMidnightLeavesNoEmptyStretch() {
        Cursor.Advance advance = startedAt("2026-11-10T09:00:00Z").ended(Instant.parse("2026-11-10T23:00:00Z"), PARIS);

        assertThat(advance.completed()).containsExactly(window("2026-11-10T09:00:00Z", "2026-11-10T23:00:00Z"));
    }

    @Test
    void anEndAtTheStartUsesNothing() {
        Cursor.Advance advance = startedAt("2026-11-10T09:00:00Z").ended(Instant.parse("2026-11-10T09:00:00Z"), PARIS);

        assertThat(advance.completed()).isEmpty();
    }

    @Test
    void nothingIsSeenAfterTheEnd() {
        Cursor ended = startedAt("2026-11-10T09:00:00Z")
                .ended(Instant.parse("2026-11-10T10:00:00Z"), PARIS)
                .cursor();
        Instant later = Instant.parse("2026-11-20T00:00:00Z");

        assertThat(ended.seen(later, later, PARIS)).isEqualTo(new Cursor.Advance(ended, List.of()));
    }

    @Test
    void anUncertainMidnightWaits() {
        Cursor start = startedAt("2026-11-10T09:00:00Z");
        Instant seen = Instant.parse("2026-11-10T23:00:01Z");

        Cursor.Advance uncertain = start.seen(seen, seen.minusSeconds(60), PARIS);
        Cursor.Advance certain = uncertain.cursor().seen(seen, seen, PARIS);

        assertThat(uncertain.completed()).isEmpty();
        assertThat(uncertain.cursor()).isEqualTo(new Cursor(start.recordedUntil(), seen, Optional.empty()));
        assertThat(certain.completed()).hasSize(1);
    }

    private static Cursor.Advance seen(String startedAt, String seenAt, BillingCalendar calendar) {
        Instant seen = Instant.parse(seenAt);
        return startedAt(startedAt).seen(seen, seen, calendar);
    }

    private static Cursor startedAt(String startedAt) {
        return Cursor.startedAt(Instant.parse(startedAt));
    }

    private static Window window(String from, String to) {
        return new Window(Instant.parse(from), Instant.parse(to));
    }
}
