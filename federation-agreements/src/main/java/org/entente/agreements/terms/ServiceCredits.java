package org.entente.agreements.terms;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the host gives back of a period's charges at a zone that was available for less of the period than promised.
 *
 * @param steps the highest availability first; the last one that the zone fell below counts
 */
public record ServiceCredits(List<Step> steps) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public ServiceCredits {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Service credits need at least one step");
        }
        for (int step = 1; step < steps.size(); step++) {
            Step higher = steps.get(step - 1);
            Step lower = steps.get(step);
            if (lower.availabilityBelowPercent().compareTo(higher.availabilityBelowPercent()) >= 0
                    || lower.creditPercent().compareTo(higher.creditPercent()) <= 0) {
                throw new IllegalArgumentException(
                        "Each step of service credits must have a lower availability and a higher credit");
            }
        }
    }

    /**
     * One step.
     *
     * @param availabilityBelowPercent of the period, above 0 and at most 100
     * @param creditPercent of the period's charges at the zone, above 0 and at most 100
     */
    public record Step(BigDecimal availabilityBelowPercent, BigDecimal creditPercent) {
        public Step {
            if (!isPart(availabilityBelowPercent) || !isPart(creditPercent)) {
                throw new IllegalArgumentException("A step's percentages must be above 0 and at most 100");
            }
        }

        private static boolean isPart(BigDecimal percent) {
            return percent.signum() > 0 && percent.compareTo(ALL) <= 0;
        }
    }

    /** The percentage of the charges that is given back at an availability, zero where the promise was kept. */
    public BigDecimal at(BigDecimal availabilityPercent) {
        BigDecimal credit = BigDecimal.ZERO;
        for (Step step : steps) {
            if (availabilityPercent.compareTo(step.availabilityBelowPercent()) < 0) {
                credit = step.creditPercent();
            }
        }
        return credit;
    }
}
