package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.entente.agreements.language.Place;
import org.entente.broker.placement.Lot.Part;
import org.entente.broker.placement.Policy.Affinity;
import org.entente.broker.placement.Policy.Domain;

/** Cuts a request into lots: what must share a site becomes one piece. */
final class Lots {
    /** Where a site is named that is not among those that can be ordered at. */
    static final int NO_SUCH_SITE = -1;

    private final List<Wish> wishes;
    private final int[] leader;

    private Lots(List<Wish> wishes) {
        this.wishes = wishes;
        this.leader = new int[wishes.size()];
        for (int wish = 0; wish < leader.length; wish++) {
            leader[wish] = wish;
        }
    }

    static List<Lot> of(List<Wish> wishes, Policy policy, SiteIndex sites) {
        Lots lots = new Lots(wishes);
        policy.affinities().stream()
                .filter(affinity -> affinity.together() && affinity.domain() == Domain.SITE)
                .forEach(lots::join);
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int wish = 0; wish < wishes.size(); wish++) {
            members.computeIfAbsent(lots.leaderOf(wish), fresh -> new ArrayList<>())
                    .add(wish);
        }
        // Named sites come first: what they take of room and rules is not up for choice.
        List<Lot> named = new ArrayList<>();
        List<Lot> free = new ArrayList<>();
        for (List<Integer> one : members.values()) {
            Lot lot = lots.lot(one, sites);
            (lot.named().isPresent() ? named : free).add(lot);
        }
        named.addAll(free);
        return List.copyOf(named);
    }

    private void join(Affinity affinity) {
        List<Integer> joined = affinity.workloads().stream().map(this::numberOf).toList();
        joined.forEach(wish -> leader[leaderOf(wish)] = leaderOf(joined.getFirst()));
    }

    private int numberOf(String name) {
        for (int wish = 0; wish < wishes.size(); wish++) {
            if (wishes.get(wish).name().equals(name)) {
                return wish;
            }
        }
        throw new IllegalArgumentException("There is no workload " + name + " to be together with others");
    }

    private int leaderOf(int wish) {
        int one = wish;
        while (leader[one] != one) {
            one = leader[one];
        }
        return one;
    }

    private Lot lot(List<Integer> members, SiteIndex sites) {
        List<Place> places = members.stream()
                .flatMap(wish -> wishes.get(wish).at().stream())
                .distinct()
                .toList();
        if (places.size() > 1) {
            throw new IllegalArgumentException("Workloads that share a site are named at different ones: "
                    + places.get(0) + " and " + places.get(1));
        }
        if (members.size() > 1 || !places.isEmpty()) {
            members.forEach(wish -> checkStandsTogether(wishes.get(wish)));
            List<Part> whole = members.stream()
                    .map(wish -> new Part(wish, wishes.get(wish).count()))
                    .toList();
            return new Lot(
                    whole,
                    1,
                    false,
                    places.stream()
                            .mapToInt(place -> sites.find(place).orElse(NO_SUCH_SITE))
                            .findFirst());
        }
        Wish wish = wishes.get(members.getFirst());
        int perSite = wish.replicasPerSite().orElse(1);
        return new Lot(
                List.of(new Part(members.getFirst(), perSite)),
                wish.count() / perSite,
                wish.replicasPerSite().isPresent(),
                OptionalInt.empty());
    }

    private static void checkStandsTogether(Wish wish) {
        wish.replicasPerSite().filter(perSite -> perSite != wish.count()).ifPresent(perSite -> {
            throw new IllegalArgumentException("All " + wish.count() + " of workload " + wish.name()
                    + " are to share one site, but only " + perSite + " are to stand at each");
        });
    }
}
