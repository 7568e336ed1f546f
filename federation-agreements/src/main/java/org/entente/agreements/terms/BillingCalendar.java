package org.entente.agreements.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreements.language.Window;

/** Monthly billing periods that begin at midnight of a named time zone, so a period may have a day of 23 or 25 hours. */
public record BillingCalendar(ZoneId zone) {
    public Window window(YearMonth period) {
        return new Window(startOf(period.atDay(1)), startOf(period.plusMonths(1).atDay(1)));
    }

    public YearMonth periodOf(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }

    /** A stretch of time cut at the ends of billing periods, in order. */
    public List<Window> byPeriod(Window stretch) {
        List<Window> parts = new ArrayList<>();
        Instant from = stretch.from();
        while (from.isBefore(stretch.to())) {
            Instant end = window(periodOf(from)).to();
            Instant to = end.isBefore(stretch.to()) ? end : stretch.to();
            parts.add(new Window(from, to));
            from = to;
        }
        return parts;
    }

    /** The first midnight after an instant. No usage record reaches over it, so none reaches over a period's end. */
    public Instant nextMidnight(Instant after) {
        return startOf(LocalDate.ofInstant(after, zone).plusDays(1));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
