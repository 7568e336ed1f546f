package org.entente.agreements.pricing;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Technology;

/**
 * The price lines of an agreement, or of an operator's retail offer, in one currency. At most one line prices a meter at
 * a technology.
 */
public record RateCard(Currency currency, List<PriceLine> lines) {
    public RateCard {
        lines = List.copyOf(lines);
        Set<String> ids = new HashSet<>();
        for (PriceLine line : lines) {
            if (!line.unitPrice().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "Price line " + line.id() + " is not in the rate card's currency " + currency);
            }
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException("Two price lines are called " + line.id());
            }
        }
        for (Meter meter : Meter.values()) {
            for (Technology technology : Technology.values()) {
                if (lines.stream()
                                .filter(line -> line.prices(meter, technology))
                                .count()
                        > 1) {
                    throw new IllegalArgumentException(
                            "More than one price line prices " + meter + " at " + technology);
                }
            }
        }
    }

    /** The line that prices a meter at a technology. Absent means that it is not charged. */
    public Optional<PriceLine> lineFor(Meter meter, Technology technology) {
        return lines.stream().filter(line -> line.prices(meter, technology)).findFirst();
    }
}
