package org.entente.agreements.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.entente.agreements.language.Money;

/** What a list of tiers must be: it begins at nothing, goes up, and its last tier has no end. */
final class Tiers {
    private Tiers() {}

    static List<Tier> checked(List<Tier> tiers) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("A tiered price needs at least one tier");
        }
        BigDecimal below = BigDecimal.ZERO;
        for (Tier tier : tiers.subList(0, tiers.size() - 1)) {
            BigDecimal edge = tier.upTo()
                    .orElseThrow(() -> new IllegalArgumentException("Only the last tier may be without an end"));
            if (edge.compareTo(below) <= 0) {
                throw new IllegalArgumentException("A tier must end above the one before it, but "
                        + edge.toPlainString() + " came after " + below.toPlainString());
            }
            below = edge;
        }
        if (tiers.getLast().upTo().isPresent()) {
            throw new IllegalArgumentException("The last tier must be without an end");
        }
        return List.copyOf(tiers);
    }

    static List<Tier> with(List<Tier> tiers, UnaryOperator<Money> change) {
        return tiers.stream()
                .map(tier -> new Tier(tier.upTo(), change.apply(tier.unitPrice())))
                .toList();
    }
}
