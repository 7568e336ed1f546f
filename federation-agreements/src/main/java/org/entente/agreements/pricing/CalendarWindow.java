package org.entente.agreements.pricing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;

/**
 * Hours of some weekdays, as the wall clock of the agreement's billing zone shows them. An hour that the clock shows
 * twice, at the end of daylight saving, counts twice; one that it skips does not count.
 *
 * @param days in the order of the week, each once
 * @param from the first moment included
 * @param to the first moment not included, on the same day; midnight stands for the day's end
 */
public record CalendarWindow(List<DayOfWeek> days, LocalTime from, LocalTime to) {
    public CalendarWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("A calendar window needs at least one weekday");
        }
        days = days.stream().sorted().distinct().toList();
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("A calendar window must end later on its day than it begins, but was "
                    + from + " to " + to + "; one over midnight is two windows");
        }
    }

    boolean shows(LocalDateTime clock) {
        return days.contains(clock.getDayOfWeek())
                && !clock.toLocalTime().isBefore(from)
                && (to.equals(LocalTime.MIDNIGHT) || clock.toLocalTime().isBefore(to));
    }

    boolean overlaps(CalendarWindow other) {
        return !Collections.disjoint(days, other.days) && startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    /** When it begins and ends on a day, by the wall clock. */
    List<LocalDateTime> edges(LocalDate day) {
        return List.of(
                day.atTime(from),
                to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to));
    }

    private boolean startsBeforeEndOf(CalendarWindow other) {
        return other.to.equals(LocalTime.MIDNIGHT) || from.isBefore(other.to);
    }
}
