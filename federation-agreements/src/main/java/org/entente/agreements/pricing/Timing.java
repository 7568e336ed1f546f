package org.entente.agreements.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.agreements.language.Window;

/**
 * When a price line applies.
 *
 * @param from the first instant at which it does; absent for always before {@code to}
 * @param to the first instant at which it does not any more; absent for ever
 * @param windows the hours in which it applies; none for all hours
 */
public record Timing(Optional<Instant> from, Optional<Instant> to, List<CalendarWindow> windows) {
    public static final Timing ALWAYS = new Timing(Optional.empty(), Optional.empty(), List.of());

    private static final int HOURS_RANK = 2;

    public Timing {
        windows = List.copyOf(windows);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException(
                    "A price line must end after it takes effect, but was " + from.get() + " to " + to.get());
        }
        for (int one = 0; one < windows.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (windows.get(one).overlaps(windows.get(other))) {
                    throw new IllegalArgumentException("Two calendar windows of one price line overlap");
                }
            }
        }
    }

    public static Timing during(CalendarWindow... windows) {
        return new Timing(Optional.empty(), Optional.empty(), List.of(windows));
    }

    public static Timing from(Instant instant) {
        return new Timing(Optional.of(instant), Optional.empty(), List.of());
    }

    public static Timing until(Instant instant) {
        return new Timing(Optional.empty(), Optional.of(instant), List.of());
    }

    boolean isAlways() {
        return from.isEmpty() && to.isEmpty() && windows.isEmpty();
    }

    boolean includes(Instant instant, ZoneId zone) {
        return from.map(first -> !instant.isBefore(first)).orElse(true)
                && to.map(instant::isBefore).orElse(true)
                && (windows.isEmpty() || shows(LocalDateTime.ofInstant(instant, zone)));
    }

    /** Hours say more than dates, and dates more than neither. */
    int rank() {
        return (windows.isEmpty() ? 0 : HOURS_RANK) + (from.isEmpty() && to.isEmpty() ? 0 : 1);
    }

    /** Whether both could include some instant. */
    boolean overlaps(Timing other) {
        return startsBeforeEndOf(other)
                && other.startsBeforeEndOf(this)
                && (windows.isEmpty()
                        || other.windows.isEmpty()
                        || windows.stream()
                                .anyMatch(one -> other.windows.stream().anyMatch(one::overlaps)));
    }

    /** Every instant inside a window at which what it includes may change. */
    NavigableSet<Instant> edges(Window window, ZoneId zone) {
        NavigableSet<Instant> edges = new TreeSet<>();
        from.ifPresent(edges::add);
        to.ifPresent(edges::add);
        if (!windows.isEmpty()) {
            LocalDate day = LocalDate.ofInstant(window.from(), zone);
            LocalDate last = LocalDate.ofInstant(window.to(), zone);
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                for (CalendarWindow hours : windows) {
                    hours.edges(day).forEach(edge -> edges.addAll(instants(edge, zone)));
                }
            }
            clockChanges(window, zone, edges);
        }
        edges.removeIf(edge -> !edge.isAfter(window.from()) || !edge.isBefore(window.to()));
        return edges;
    }

    /** A clock that is set back shows a time twice; one that is set forward skips some. */
    private static List<Instant> instants(LocalDateTime clock, ZoneId zone) {
        return zone.getRules().getValidOffsets(clock).stream()
                .map(clock::toInstant)
                .toList();
    }

    private static void clockChanges(Window window, ZoneId zone, NavigableSet<Instant> edges) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(window.from());
        while (change != null && change.getInstant().isBefore(window.to())) {
            edges.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }

    private boolean shows(LocalDateTime clock) {
        return windows.stream().anyMatch(window -> window.shows(clock));
    }

    private boolean startsBeforeEndOf(Timing other) {
        return from.isEmpty() || other.to.isEmpty() || from.get().isBefore(other.to.get());
    }
}
