package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Candidate.Location;

/**
 * Where a customer lets the broker choose sites, and what it likes best.
 *
 * @param where rules that each chosen site keeps
 * @param ceiling the most that may be asked
 * @param spreads how few instances of one workload may stand in one place
 * @param affinities which workloads belong together or apart
 * @param partial whether a part of what was asked for is better than nothing
 * @param weights what is liked best
 * @param onlyTold whether a site is ruled out that did not tell all that matters
 */
public record Policy(
        Where where,
        Ceiling ceiling,
        List<Spread> spreads,
        List<Affinity> affinities,
        boolean partial,
        Weights weights,
        boolean onlyTold) {
    public Policy {
        spreads = List.copyOf(spreads);
        affinities = List.copyOf(affinities);
    }

    /** Anywhere, at the lowest price, all or nothing. */
    public static final Policy CHEAPEST =
            new Policy(Where.ANYWHERE, Ceiling.NONE, List.of(), List.of(), false, Weights.CHEAPEST, false);

    /**
     * Rules for each site. An empty set allows all.
     *
     * @param countries where the broker may choose sites
     * @param residency the only countries for workloads and data, at named sites too
     * @param denied operators that are never chosen
     */
    public record Where(
            Set<String> countries,
            Set<String> residency,
            Set<Technology> technologies,
            Set<OperatorId> operators,
            Set<OperatorId> denied,
            Optional<Near> near,
            Optional<BigDecimal> gramsCo2PerKwhMax) {
        public static final Where ANYWHERE =
                new Where(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

        public Where {
            countries = Set.copyOf(countries);
            residency = Set.copyOf(residency);
            technologies = Set.copyOf(technologies);
            operators = Set.copyOf(operators);
            denied = Set.copyOf(denied);
        }
    }

    /**
     * A point to be near to.
     *
     * @param kilometresMax the farthest over the ground
     * @param roundTripMillisMax the longest round trip, by what light in a fibre needs at best: a millisecond for 100 km
     */
    public record Near(Location point, Optional<BigDecimal> kilometresMax, Optional<BigDecimal> roundTripMillisMax) {}

    /**
     * The most that may be asked, in the tenant's currency.
     *
     * @param instancePerHour of each instance that the broker places
     * @param instancePerMonth of each instance that the broker places
     * @param allPerMonth of everything that is asked for, at named sites too
     */
    public record Ceiling(
            Optional<Money> instancePerHour, Optional<Money> instancePerMonth, Optional<Money> allPerMonth) {
        public static final Ceiling NONE = new Ceiling(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What instances share or do not share. */
    public enum Domain {
        SITE,
        OPERATOR,
        COUNTRY
    }

    /** Of each workload that the broker places, at most so many instances share a domain. */
    public record Spread(Domain domain, int most) {
        public Spread {
            if (most < 1) {
                throw new IllegalArgumentException("A spread allows at least one instance in each " + domain);
            }
        }
    }

    /**
     * Workloads whose instances all share a domain, or of which no two different ones do.
     *
     * @param workloads by their names
     */
    public record Affinity(Domain domain, boolean together, List<String> workloads) {
        public Affinity {
            workloads = workloads.stream().sorted().distinct().toList();
        }
    }

    /** How much each liking counts against the others; zero or more. Without any, the lowest price is liked. */
    public record Weights(int cheapest, int nearest, int greenest, int fewestOperators) {
        public static final Weights CHEAPEST = new Weights(1, 0, 0, 0);
        private static final int MOST = 100;

        public Weights {
            for (int weight : new int[] {cheapest, nearest, greenest, fewestOperators}) {
                if (weight < 0 || weight > MOST) {
                    throw new IllegalArgumentException("A weight is from 0 to " + MOST + ", but was " + weight);
                }
            }
            if (cheapest + nearest + greenest + fewestOperators == 0) {
                cheapest = 1;
            }
        }
    }
}
