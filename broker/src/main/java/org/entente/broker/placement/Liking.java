package org.entente.broker.placement;

import java.util.Optional;
import org.entente.broker.placement.Policy.Weights;
import org.entente.broker.placement.PositionColumns.Point;

/**
 * How little a site is liked for one instance of a wish: the lower the better, in whole numbers. Where only one thing is liked
 * it is that thing itself. Where several are, each is first brought to a share of its range over the sites that fit, and what
 * a site did not tell counts as the worst.
 */
final class Liking {
    /** The whole range of what is liked. */
    static final long RANGE = 1_000_000_000L;

    private static final int PRECISION_BITS = 33;

    private final Survey survey;
    private final PriceColumn prices;
    private final Weights weights;
    private final Optional<Point> point;
    private final long[] energies;
    private final Range price = new Range();
    private final Range distance = new Range();
    private final Range energy = new Range();
    private final boolean single;

    Liking(Survey survey, PriceColumn prices, Policy policy) {
        this.survey = survey;
        this.prices = prices;
        this.weights = policy.weights();
        this.point = policy.where().near().map(near -> Point.of(near.point()));
        this.energies = survey.sites()
                .energies
                .judged(grams -> grams.<Long>map(Scaled::needed).orElse(Scaled.UNKNOWN));
        int liked = Integer.signum(weights.cheapest())
                + Integer.signum(weights.nearest())
                + Integer.signum(weights.greenest());
        this.single = liked == 1 && weights.fewestOperators() == 0;
        if (!single) {
            seeRanges();
        }
    }

    private void seeRanges() {
        for (int site = 0; site < survey.sites().size(); site++) {
            if (survey.fits(site)) {
                price.see(prices.at(site));
                distance.see(distance(site));
                energy.see(energy(site));
            }
        }
    }

    /** Of a site that fits. */
    long score(int site) {
        if (single) {
            return weights.cheapest() > 0
                    ? prices.at(site)
                    : weights.nearest() > 0 ? bounded(distance(site)) : bounded(energy(site));
        }
        return cheapness() * price.share(prices.at(site))
                + (weights.nearest() == 0 ? 0 : weights.nearest() * distance.share(distance(site)))
                + (weights.greenest() == 0 ? 0 : weights.greenest() * energy.share(energy(site)));
    }

    /** Where only few operators are liked, the price decides between sites. */
    private long cheapness() {
        boolean nothingElse = weights.cheapest() + weights.nearest() + weights.greenest() == 0;
        return nothingElse ? 1 : weights.cheapest();
    }

    /** In metres of the straight line through the earth. */
    private long distance(int site) {
        if (weights.nearest() == 0 || point.isEmpty()) {
            return 0;
        }
        double square = survey.sites().positions.squareTo(site, point.get());
        return Double.isNaN(square) ? Scaled.UNKNOWN : Distance.metresThrough(square);
    }

    private long energy(int site) {
        return energies[survey.sites().energies.code(site)];
    }

    /** Small enough to be summed up. */
    private static long bounded(long value) {
        return Math.min(value, Scaled.MOST_SUMMED);
    }

    /** From the least to the most that was seen. */
    private static final class Range {
        private long least = Long.MAX_VALUE;
        private long most = Long.MIN_VALUE;

        void see(long value) {
            if (value != Scaled.UNKNOWN) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }

        long share(long value) {
            if (value == Scaled.UNKNOWN) {
                return RANGE;
            }
            long width = most - least;
            int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(width) - PRECISION_BITS);
            long parts = width >> shift;
            return parts == 0 ? 0 : ((value - least) >> shift) * RANGE / parts;
        }
    }

    /** What one more operator counts. */
    static long operatorWeight(Weights weights, int instances) {
        boolean nothingElse = weights.cheapest() + weights.nearest() + weights.greenest() == 0;
        return nothingElse ? RANGE * (instances + 1L) : RANGE * weights.fewestOperators();
    }
}
