package org.entente.broker.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.agreements.language.Money;
import org.entente.broker.placement.PlacementAnswer.Choice;
import org.entente.broker.placement.Policy.Affinity;
import org.entente.broker.placement.Policy.Ceiling;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Policy.Spread;
import org.entente.broker.placement.Policy.Weights;
import org.entente.broker.placement.Policy.Where;

/** Small requests beside the best of all placements there are, tried one by one. */
class PlacementPropertyTest {
    @Property(tries = 1500)
    void noPlacementIsBetterThanTheOneThatIsCalledOptimal(@ForAll("requests") SmallRequest request) {
        PlacementAnswer answer = request.answer();
        Optional<EveryPlacement.Best> best = EveryPlacement.best(request);

        assertThat(answer.isOptimal() || answer.chosen().isEmpty())
                .as("small requests are searched to the end")
                .isTrue();
        if (best.isEmpty() || (!request.policy().partial() && best.get().leftOut() > 0)) {
            assertThat(answer.chosen()).isEmpty();
            return;
        }
        assertThat(EveryPlacement.isAllowed(request, sites(request, answer))).isTrue();
        EveryPlacement.Best found = EveryPlacement.judge(request, sites(request, answer));
        assertThat(found.leftOut()).isEqualTo(best.get().leftOut());
        assertThat(found.cost()).isLessThanOrEqualTo(best.get().cost().add(EveryPlacement.ROUNDING));
    }

    @Property(tries = 300)
    void theOrderOfSitesAndWishesChangesNothing(@ForAll("requests") SmallRequest request, @ForAll long seed) {
        List<PricedCandidate> sites = new ArrayList<>(request.sites());
        List<Wish> wishes = new ArrayList<>(request.wishes());
        Collections.shuffle(sites, new Random(seed));
        Collections.shuffle(wishes, new Random(seed));

        assertThat(told(new SmallRequest(sites, wishes, request.policy()).answer()))
                .isEqualTo(told(request.answer()));
    }

    private static List<String> told(PlacementAnswer answer) {
        List<String> told = new ArrayList<>();
        answer.chosen().forEach(choice -> told.add(choice.toString()));
        for (Wish wish : answer.wishes()) {
            for (int site = 0; site < answer.sites(); site++) {
                told.add(answer.verdict(wish, site).toString());
            }
        }
        return told;
    }

    /** For each wish of the request in its order, the sites of its instances; those that are left out are missing. */
    private static List<List<Integer>> sites(SmallRequest request, PlacementAnswer answer) {
        SiteIndex index = request.index();
        return request.wishes().stream()
                .map(wish -> answer.chosen().stream()
                        .filter(choice -> choice.wish().equals(wish.name()))
                        .map(Choice::candidate)
                        .map(candidate -> index.find(candidate.place()).orElseThrow())
                        .toList())
                .toList();
    }

    @Provide
    Arbitrary<SmallRequest> requests() {
        return Combinators.combine(site().list().ofMinSize(1).ofMaxSize(5), wishes(), policies())
                .as((sites, wishes, policy) -> new SmallRequest(numbered(sites), wishes, policy));
    }

    private static List<PricedCandidate> numbered(List<PricedCandidate> sites) {
        List<PricedCandidate> numbered = new ArrayList<>();
        for (PricedCandidate site : sites) {
            Candidate one = site.candidate();
            Candidate renamed = Examples.site(
                    one.place().operator().value(), "site-" + numbered.size(), one.country(), one.capabilities());
            numbered.add(new PricedCandidate(
                    Examples.burning(renamed, one.gramsCo2PerKwh().orElseThrow().intValue()), site.prices()));
        }
        return numbered;
    }

    private static Arbitrary<PricedCandidate> site() {
        return Combinators.combine(
                        Arbitraries.of("alba", "boreal", "cobalt"),
                        Arbitraries.of("FR", "NO"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1, 9))
                .as((operator, country, free, price, energy) -> Examples.at(
                        price,
                        Examples.burning(
                                Examples.site(
                                        operator,
                                        "any",
                                        country,
                                        Examples.openStack(Examples.free(free, 9), Examples.TINY)),
                                energy)));
    }

    private static Arbitrary<List<Wish>> wishes() {
        Arbitrary<Integer> count = Arbitraries.integers().between(1, 3);
        return Combinators.combine(
                        count, count, Arbitraries.of(1, 2), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((first, second, perSite, isGrouped, areTwo) -> {
                    List<Wish> wishes = new ArrayList<>();
                    int whole = isGrouped ? Math.max(perSite, first / perSite * perSite) : first;
                    wishes.add(new Wish(
                            "a",
                            Examples.machine("m1.tiny"),
                            whole,
                            isGrouped ? Optional.of(perSite) : Optional.empty(),
                            Optional.empty()));
                    if (areTwo) {
                        wishes.add(Wish.anywhere("b", Examples.machine("m1.tiny"), Math.min(second, 2)));
                    }
                    return wishes;
                });
    }

    private static Arbitrary<Policy> policies() {
        Arbitrary<List<Spread>> spreads = Combinators.combine(
                        Arbitraries.of(Domain.values()), Arbitraries.integers().between(1, 2))
                .as(Spread::new)
                .list()
                .ofMaxSize(2);
        Arbitrary<Optional<Affinity>> affinity = Combinators.combine(
                        Arbitraries.of(Domain.values()), Arbitraries.of(true, false))
                .as((domain, together) -> new Affinity(domain, together, List.of("a", "b")))
                .optional();
        Arbitrary<Optional<Money>> ceiling = Arbitraries.integers()
                .between(5, 30)
                .map(euro -> Money.of("EUR", String.valueOf(euro)))
                .optional(0.3);
        Arbitrary<Weights> weights = Arbitraries.of(
                Weights.CHEAPEST,
                new Weights(0, 0, 1, 0),
                new Weights(2, 0, 1, 0),
                new Weights(1, 0, 0, 1),
                new Weights(0, 0, 0, 1));
        return Combinators.combine(spreads, affinity, ceiling, Arbitraries.of(true, false), weights, countries())
                .as((rules, kept, most, partial, liked, where) -> new Policy(
                        where,
                        new Ceiling(
                                Optional.empty(),
                                Optional.empty(),
                                liked.equals(Weights.CHEAPEST) ? most : Optional.empty()),
                        rules,
                        kept.stream().toList(),
                        partial,
                        liked,
                        false));
    }

    private static Arbitrary<Where> countries() {
        return Arbitraries.of(Set.<String>of(), Set.of("FR"))
                .map(countries -> new Where(
                        countries,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.<BigDecimal>empty()));
    }
}
