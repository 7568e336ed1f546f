package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Shortlist.Entry;

/**
 * Looks for the best sites of all lots together: depth first, best-liked site first, leaving out what cannot become better than
 * the best so far. It stops after a bound of steps; what it has then may not be the best, and it says so. The same question
 * always takes the same steps.
 */
final class Search {
    private static final int STEPS_MAX = 20_000;
    private static final int STEPS_OF_ONE_DIVE = 2_000;

    private final List<Lot> lots;
    private final List<List<Entry>> shortlists;
    private final List<Alone> alone;
    private final Policy policy;
    private final Board board;
    private final long operatorWeight;
    private final int[][] chosen;

    private Score current = Score.NOTHING;
    private Optional<Found> best = Optional.empty();
    private int steps;
    private int stepsMax;
    private boolean complete = true;
    private Optional<Within> within = Optional.empty();

    Search(SiteIndex sites, Judged[] wishes, List<Lot> lots, List<List<Entry>> shortlists, Policy policy) {
        this.lots = lots;
        this.shortlists = shortlists;
        this.policy = policy;
        this.board = new Board(sites, wishes, policy);
        this.alone = new ArrayList<>();
        for (int lot = 0; lot < lots.size(); lot++) {
            alone.add(Alone.of(lots.get(lot), shortlists.get(lot), wishes, policy, board));
        }
        int instances =
                lots.stream().mapToInt(lot -> lot.pieces() * lot.instances()).sum();
        this.operatorWeight =
                policy.weights().fewestOperators() == 0 ? 0 : Liking.operatorWeight(policy.weights(), instances);
        this.chosen = lots.stream().map(lot -> new int[lot.pieces()]).toArray(int[][]::new);
        for (int[] pieces : chosen) {
            Arrays.fill(pieces, Found.NOWHERE);
        }
    }

    /** One operator or country, for a first look at it alone. */
    private record Within(Domain domain, int value) {}

    /** How good a placement is: fewer left out first, then the lower cost. */
    private record Score(int leftOut, long cost) {
        static final Score NOTHING = new Score(0, 0);

        boolean isBetterThan(Score other) {
            return leftOut != other.leftOut ? leftOut < other.leftOut : cost < other.cost;
        }

        Score plus(int moreLeftOut, long moreCost) {
            return new Score(leftOut + moreLeftOut, cost + moreCost);
        }
    }

    /**
     * Where every piece of every lot stands.
     *
     * @param optimal whether no placement is better
     */
    record Found(List<List<Integer>> sites, Score score, boolean optimal) {
        /** A piece that is left out. */
        static final int NOWHERE = -1;
    }

    /** The best placement, or nothing where there is none, or none was found within the bound. */
    Optional<Found> run() {
        for (Within one : firstLooks()) {
            within = Optional.of(one);
            stepsMax = steps + STEPS_OF_ONE_DIVE;
            place(0, 0, 0);
        }
        within = Optional.empty();
        complete = true;
        stepsMax = steps + STEPS_MAX;
        place(0, 0, 0);
        boolean optimal = complete && !(board.ceilingMattered() && likesMoreThanPrice());
        return best.map(found -> new Found(found.sites(), found.score(), optimal));
    }

    private boolean likesMoreThanPrice() {
        return policy.weights().nearest()
                        + policy.weights().greenest()
                        + policy.weights().fewestOperators()
                > 0;
    }

    /** Where workloads like to be together, a good placement within one domain is soon found by looking there alone. */
    private List<Within> firstLooks() {
        Set<Domain> domains = new TreeSet<>();
        policy.affinities().stream()
                .filter(affinity -> affinity.together() && affinity.domain() != Domain.SITE)
                .forEach(affinity -> domains.add(affinity.domain()));
        if (operatorWeight > 0) {
            domains.add(Domain.OPERATOR);
        }
        List<Within> looks = new ArrayList<>();
        for (Domain domain : domains) {
            Set<Integer> values = new TreeSet<>();
            shortlists.forEach(list -> list.forEach(entry -> values.add(board.value(domain, entry.site()))));
            values.forEach(value -> looks.add(new Within(domain, value)));
        }
        return looks;
    }

    private void place(int lot, int piece, int from) {
        if (lot == lots.size()) {
            take();
            return;
        }
        if (piece == lots.get(lot).pieces()) {
            place(lot + 1, 0, 0);
            return;
        }
        if (!canBecomeBetter(lot, piece, from)) {
            return;
        }
        List<Entry> list = shortlists.get(lot);
        for (int rank = from; rank < list.size(); rank++) {
            if (steps >= stepsMax) {
                complete = false;
                return;
            }
            if (!canBecomeBetter(lot, piece, rank)) {
                break;
            }
            steps++;
            if (isWithin(list.get(rank).site())
                    && board.allows(lots.get(lot), list.get(rank).site())) {
                place(lot, piece, rank, list.get(rank));
            }
        }
        leaveOut(lot, piece);
    }

    private void place(int lot, int piece, int rank, Entry entry) {
        Score before = current;
        int operatorsBefore = board.operators();
        board.put(lots.get(lot), entry.site());
        boolean isFurther = operatorsBefore > 0 && board.operators() > operatorsBefore;
        current = current.plus(0, entry.score() + (isFurther ? operatorWeight : 0));
        chosen[lot][piece] = entry.site();
        place(lot, piece + 1, lots.get(lot).eachElsewhere() ? rank + 1 : rank);
        chosen[lot][piece] = Found.NOWHERE;
        current = before;
        board.takeBack(lots.get(lot), entry.site());
    }

    /** Because the pieces of a lot are alike, leaving out one means leaving out those that follow. */
    private void leaveOut(int lot, int piece) {
        if (!policy.partial()) {
            return;
        }
        Score before = current;
        int pieces = lots.get(lot).pieces() - piece;
        current = current.plus(pieces * lots.get(lot).instances(), 0);
        place(lot + 1, 0, 0);
        current = before;
    }

    private void take() {
        if (best.isEmpty() || current.isBetterThan(best.get().score())) {
            List<List<Integer>> sitesNow = Arrays.stream(chosen)
                    .map(pieces -> Arrays.stream(pieces).boxed().toList())
                    .toList();
            best = Optional.of(new Found(sitesNow, current, false));
        }
    }

    /** Whether what is placed, and the least that all the rest costs, is better than the best so far. */
    private boolean canBecomeBetter(int lot, int piece, int rank) {
        int left = lots.get(lot).pieces() - piece;
        int possible = Math.min(left, alone.get(lot).most());
        Score least = current.plus((left - possible) * lots.get(lot).instances(), 0);
        long next = rank < shortlists.get(lot).size()
                ? shortlists.get(lot).get(rank).score()
                : 0;
        least = least.plus(0, Math.max(alone.get(lot).cost(possible), possible * next));
        for (int later = lot + 1; later < lots.size(); later++) {
            Lot rest = lots.get(later);
            int most = alone.get(later).most();
            least = least.plus(
                    (rest.pieces() - most) * rest.instances(), alone.get(later).cost(rest.pieces()));
        }
        if (least.leftOut() > 0 && !policy.partial()) {
            return false;
        }
        return best.isEmpty() || least.isBetterThan(best.get().score());
    }

    private boolean isWithin(int site) {
        return within.isEmpty()
                || board.value(within.get().domain(), site) == within.get().value();
    }
}
