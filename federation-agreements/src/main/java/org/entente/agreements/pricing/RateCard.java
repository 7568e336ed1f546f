package org.entente.agreements.pricing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreements.language.Window;

/**
 * The price lines of an agreement, or of an operator's retail offer, in one currency.
 *
 * <p>Where several lines could price the same use at the same instant, the most specific one does: one that names sites
 * before one that names flavours, then technology, then hours of the week, then dates. Two lines of which neither is more
 * specific must not be able to meet, or the rate card is refused.
 */
public record RateCard(Currency currency, List<PriceLine> lines) {
    /** The most lines that a rate card may have. */
    public static final int LINES_MAX = 1000;

    public RateCard {
        lines = List.copyOf(lines);
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("A rate card has at most " + LINES_MAX + " price lines");
        }
        Set<String> ids = new HashSet<>();
        for (PriceLine line : lines) {
            if (!line.currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "Price line " + line.id() + " is not in the rate card's currency " + currency);
            }
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException("Two price lines are called " + line.id());
            }
        }
        refuseConflicts(lines);
    }

    /** The line that prices some use at an instant. Absent means that it is not charged. */
    public Optional<PriceLine> lineAt(PricedUse use, Instant instant, ZoneId zone) {
        return mostSpecific(lines.stream()
                .filter(line -> line.selects(use) && line.timing().includes(instant, zone))
                .toList());
    }

    /**
     * A window of use cut where the line changes that prices it, in order. What no line prices is left out.
     *
     * @param zone the billing zone, whose clock calendar windows follow
     */
    public List<Stretch> stretches(PricedUse use, Window window, ZoneId zone) {
        List<PriceLine> selecting = new ArrayList<>(2);
        boolean timed = false;
        for (PriceLine line : lines) {
            if (line.selects(use)) {
                selecting.add(line);
                timed |= !line.timing().isAlways();
            }
        }
        if (!timed) {
            return mostSpecific(selecting)
                    .map(line -> List.of(new Stretch(window, line)))
                    .orElse(List.of());
        }
        NavigableSet<Instant> edges = new TreeSet<>();
        selecting.forEach(line -> edges.addAll(line.timing().edges(window, zone)));
        edges.add(window.to());
        return cut(selecting, window.from(), edges, zone);
    }

    /** Every line that can price some use at some time, the most specific first. */
    public List<PriceLine> linesFor(PricedUse use) {
        return lines.stream()
                .filter(line -> line.selects(use))
                .sorted(Comparator.comparingInt(PriceLine::rank).reversed())
                .toList();
    }

    /** The same rate card at prices marked up, each brought to money's scale. */
    public RateCard markedUp(MarkUp markUp) {
        return new RateCard(
                currency,
                lines.stream()
                        .map(line -> line.with(price -> markUp.of(line.id(), price)))
                        .toList());
    }

    private static List<Stretch> cut(
            List<PriceLine> selecting, Instant start, NavigableSet<Instant> edges, ZoneId zone) {
        List<Stretch> stretches = new ArrayList<>();
        Instant from = start;
        for (Instant to : edges) {
            Instant at = from;
            Window part = new Window(from, to);
            mostSpecific(selecting.stream()
                            .filter(line -> line.timing().includes(at, zone))
                            .toList())
                    .ifPresent(line -> append(stretches, new Stretch(part, line)));
            from = to;
        }
        return List.copyOf(stretches);
    }

    private static void append(List<Stretch> stretches, Stretch next) {
        if (!stretches.isEmpty()
                && stretches.getLast().line().equals(next.line())
                && stretches.getLast().window().to().equals(next.window().from())) {
            Window joined = new Window(
                    stretches.removeLast().window().from(), next.window().to());
            stretches.add(new Stretch(joined, next.line()));
            return;
        }
        stretches.add(next);
    }

    private static Optional<PriceLine> mostSpecific(List<PriceLine> candidates) {
        return candidates.size() == 1
                ? Optional.of(candidates.getFirst())
                : candidates.stream().max(Comparator.comparingInt(PriceLine::rank));
    }

    private static void refuseConflicts(List<PriceLine> lines) {
        for (int one = 0; one < lines.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (lines.get(one).conflictsWith(lines.get(other))) {
                    throw new IllegalArgumentException(
                            "Price lines " + lines.get(other).id() + " and "
                                    + lines.get(one).id() + " could price the same use, and neither is more specific");
                }
            }
        }
    }
}
