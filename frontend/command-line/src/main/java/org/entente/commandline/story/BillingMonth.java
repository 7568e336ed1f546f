package org.entente.commandline.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The month that a story bills, in UTC as the agreement has it. The order is placed in its first hours and released in
 * its last ones, so the deployment's whole life lies in one period and its bill shows about a month.
 */
record BillingMonth(YearMonth period) {
    private static final Duration FRESH = Duration.ofDays(1);
    /** More than any time zone of Europe is ahead of UTC, so that a retail period by local midnights ends later too. */
    private static final Duration RELEASE_BEFORE_END = Duration.ofHours(3);

    private static final Duration CLOSE_AFTER_END = Duration.ofHours(1);

    /**
     * The month that may begin at this moment: the current one on its first day, which is where the last story left the
     * clocks, else the next one.
     */
    static BillingMonth beginningAt(Instant now) {
        YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
        BillingMonth month = new BillingMonth(current);
        return now.isBefore(month.start().plus(FRESH)) ? month : new BillingMonth(current.plusMonths(1));
    }

    Instant start() {
        return midnight(period.atDay(1));
    }

    Instant releaseAt() {
        return end().minus(RELEASE_BEFORE_END);
    }

    Instant closeAt() {
        return end().plus(CLOSE_AFTER_END);
    }

    private Instant end() {
        return midnight(period.plusMonths(1).atDay(1));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
