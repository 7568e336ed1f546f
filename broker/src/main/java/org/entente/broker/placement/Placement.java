package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Search.Found;
import org.entente.broker.placement.Shortlist.Entry;

/**
 * Chooses sites for what a customer wants. Pure: the same wishes, policy, candidates and prices give the same answer, in
 * whatever order they come. Contradictions in a request are an {@link IllegalArgumentException} with a plain sentence.
 */
public final class Placement {
    /** The most instances in one request. */
    public static final int INSTANCES_MAX = 1000;

    private static final int SHORTLISTED_MAX = 20_000;

    private Placement() {}

    public static PlacementAnswer of(SiteIndex sites, List<Wish> wishes, Policy policy) {
        List<Wish> ordered =
                wishes.stream().sorted(Comparator.comparing(Wish::name)).toList();
        check(ordered, policy);
        List<Lot> lots = Lots.of(ordered, policy, sites);
        Judged[] judged = judged(ordered, lots, sites, policy);
        int pieces = lots.stream().mapToInt(Lot::pieces).sum();
        boolean byArea = isAboutAreas(policy);
        int groups = byArea ? Math.max(1, sites.areas.values().size()) : 1;
        int most = Math.max(1, Math.min(pieces, SHORTLISTED_MAX / groups));
        IntUnaryOperator group = byArea ? sites.areas::code : site -> 0;
        List<List<Entry>> shortlists =
                lots.stream().map(lot -> Shortlist.of(lot, judged, group, most)).toList();
        Optional<Found> found = new Search(sites, judged, lots, shortlists, policy).run();
        return new PlacementAnswer(sites, judged, lots, found, policy, most == pieces);
    }

    /** Whether some rule makes sites of one operator or country different from others. */
    private static boolean isAboutAreas(Policy policy) {
        Stream<Domain> domains = Stream.concat(
                policy.spreads().stream().map(Policy.Spread::domain),
                policy.affinities().stream().map(Policy.Affinity::domain));
        return policy.weights().fewestOperators() > 0 || domains.anyMatch(domain -> domain != Domain.SITE);
    }

    private static Judged[] judged(List<Wish> wishes, List<Lot> lots, SiteIndex sites, Policy policy) {
        Judged[] judged = new Judged[wishes.size()];
        for (Lot lot : lots) {
            for (Lot.Part part : lot.parts()) {
                judged[part.wish()] = Judged.of(wishes.get(part.wish()), part.count(), sites, policy);
            }
        }
        return judged;
    }

    private static void check(List<Wish> wishes, Policy policy) {
        if (wishes.isEmpty()) {
            throw new IllegalArgumentException("Nothing is asked for");
        }
        Set<String> names = new HashSet<>();
        for (Wish wish : wishes) {
            if (!names.add(wish.name())) {
                throw new IllegalArgumentException("Two workloads are called " + wish.name());
            }
        }
        int instances = wishes.stream().mapToInt(Wish::count).sum();
        if (instances > INSTANCES_MAX) {
            throw new IllegalArgumentException(
                    "At most " + INSTANCES_MAX + " instances can be asked for at once, but these are " + instances);
        }
        List<String> strangers = new ArrayList<>();
        policy.affinities().forEach(affinity -> strangers.addAll(affinity.workloads()));
        strangers.removeAll(names);
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException(
                    "An affinity names the workload " + strangers.getFirst() + ", which is not asked for");
        }
        if (policy.weights().nearest() > 0 && policy.where().near().isEmpty()) {
            throw new IllegalArgumentException("To like near sites, say to which point they are to be near");
        }
    }
}
