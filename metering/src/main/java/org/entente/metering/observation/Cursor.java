package org.entente.metering.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.BillingCalendar;

/**
 * How far one instance has been metered, and how that moves. Pure.
 *
 * <pre>
 *   startedAt ──── records ────► recordedUntil ──── seen running ────► meteredUntil        (endedAt: all three meet)
 * </pre>
 *
 * A stretch of use becomes a record when it is complete: at a midnight of the billing calendar, or at the instance's end.
 * So two operators that know the same start and end make the same records, however often either of them looks.
 *
 * @param recordedUntil up to where usage records exist: the start, a midnight, or the end
 * @param meteredUntil up to where the instance was seen running; never before {@code recordedUntil}
 */
record Cursor(Instant recordedUntil, Instant meteredUntil, Optional<Instant> endedAt) {

    static Cursor startedAt(Instant start) {
        return new Cursor(start, start, Optional.empty());
    }

    /** A cursor and the complete stretches that it has just passed, in order, each to be recorded. */
    record Advance(Cursor cursor, List<Window> completed) {
        Advance {
            completed = List.copyOf(completed);
        }
    }

    /**
     * Seen running at an instant. What is older than what is known changes nothing, and so does what comes after the end.
     *
     * @param certainUntil up to where midnights may already be passed for good
     */
    Advance seen(Instant at, Instant certainUntil, BillingCalendar calendar) {
        if (endedAt.isPresent()) {
            return new Advance(this, List.of());
        }
        List<Window> completed = days(certainUntil, calendar);
        Instant recorded =
                completed.isEmpty() ? recordedUntil : completed.getLast().to();
        return new Advance(new Cursor(recorded, later(meteredUntil, at), endedAt), completed);
    }

    /** Ended at an instant that is not before {@code recordedUntil}. */
    Advance ended(Instant at, BillingCalendar calendar) {
        List<Window> completed = new ArrayList<>(days(at, calendar));
        Instant recorded =
                completed.isEmpty() ? recordedUntil : completed.getLast().to();
        if (recorded.isBefore(at)) {
            completed.add(new Window(recorded, at));
        }
        return new Advance(new Cursor(at, at, Optional.of(at)), completed);
    }

    /** The stretches from {@code recordedUntil} on that end at a midnight not after an instant. */
    private List<Window> days(Instant until, BillingCalendar calendar) {
        List<Window> days = new ArrayList<>();
        Instant from = recordedUntil;
        Instant midnight = calendar.nextMidnight(from);
        while (!midnight.isAfter(until)) {
            days.add(new Window(from, midnight));
            from = midnight;
            midnight = calendar.nextMidnight(from);
        }
        return days;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
