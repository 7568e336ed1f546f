package org.entente.commandline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingMonthTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:30:00Z, 2026-12",
        "2026-12-31T23:59:59Z, 2027-01",
        "2027-01-01T00:00:00Z, 2027-01",
        "2027-01-01T23:59:59Z, 2027-01",
        "2027-01-02T00:00:00Z, 2027-02"
    })
    void monthBeginsOnItsFirstDayOrElseTheNextOneDoes(Instant now, YearMonth expected) {
        assertThat(BillingMonth.beginningAt(now).period()).isEqualTo(expected);
    }

    @Test
    void nextStoryTakesTheMonthAfter() {
        BillingMonth first = BillingMonth.beginningAt(Instant.parse("2027-02-10T00:00:00Z"));

        BillingMonth second = BillingMonth.beginningAt(first.closeAt().plusSeconds(60));

        assertThat(first.period()).isEqualTo(YearMonth.of(2027, 3));
        assertThat(second.period()).isEqualTo(YearMonth.of(2027, 4));
    }

    @ParameterizedTest
    @CsvSource({"UTC", "Europe/Oslo", "Europe/Helsinki"})
    void lifeLiesInOneMonthOfEveryEuropeanCalendar(String zone) {
        BillingMonth month = new BillingMonth(YearMonth.of(2027, 7));

        for (Instant moment : new Instant[] {month.start(), month.releaseAt().minusSeconds(1)}) {
            assertThat(YearMonth.from(moment.atZone(ZoneId.of(zone)))).isEqualTo(YearMonth.of(2027, 7));
        }
        assertThat(YearMonth.from(month.closeAt().atZone(ZoneId.of(zone)))).isEqualTo(YearMonth.of(2027, 8));
    }
}
