package org.entente.broker.placement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.broker.placement.Policy.Affinity;

/** A request so small that every placement can be tried. Affinities of workloads that it lacks are left out. */
record SmallRequest(List<PricedCandidate> sites, List<Wish> wishes, Policy policy) {
    SmallRequest {
        Set<String> names = wishes.stream().map(Wish::name).collect(Collectors.toSet());
        List<Affinity> known = policy.affinities().stream()
                .filter(affinity -> names.containsAll(affinity.workloads()))
                .toList();
        policy = new Policy(
                policy.where(),
                policy.ceiling(),
                policy.spreads(),
                known,
                policy.partial(),
                policy.weights(),
                policy.onlyTold());
        if (known.stream().anyMatch(affinity -> affinity.together() && affinity.domain() == Policy.Domain.SITE)) {
            wishes = wishes.stream()
                    .map(wish -> Wish.anywhere(wish.name(), wish.workload(), wish.count()))
                    .toList();
        }
    }

    SiteIndex index() {
        return SiteIndex.of(sites);
    }

    PlacementAnswer answer() {
        return Placement.of(index(), wishes, policy);
    }

    Optional<Integer> perSite(int wish) {
        return wishes.get(wish).replicasPerSite();
    }
}
