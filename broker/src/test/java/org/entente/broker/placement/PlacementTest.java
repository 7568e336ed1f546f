package org.entente.broker.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.broker.placement.Examples.TINY;
import static org.entente.broker.placement.Examples.at;
import static org.entente.broker.placement.Examples.burning;
import static org.entente.broker.placement.Examples.free;
import static org.entente.broker.placement.Examples.kubernetes;
import static org.entente.broker.placement.Examples.machine;
import static org.entente.broker.placement.Examples.openStack;
import static org.entente.broker.placement.Examples.standing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Candidate.Location;
import org.entente.broker.placement.Policy.Affinity;
import org.entente.broker.placement.Policy.Ceiling;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Policy.Near;
import org.entente.broker.placement.Policy.Spread;
import org.entente.broker.placement.Policy.Weights;
import org.entente.broker.placement.Policy.Where;
import org.entente.broker.placement.SiteVerdict.Outcome;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Location PARIS_CENTRE = new Location(new BigDecimal("48.8566"), new BigDecimal("2.3522"));
    private static final PricedCandidate PARIS =
            at(30, burning(standing(site("alba", "paris", "FR"), "48.85", "2.35"), 50));
    private static final PricedCandidate LYON =
            at(25, burning(standing(site("alba", "lyon", "FR"), "45.76", "4.84"), 60));
    private static final PricedCandidate OSLO =
            at(20, burning(standing(site("boreal", "oslo", "NO"), "59.91", "10.75"), 20));
    private static final PricedCandidate KYIV = at(10, site("cobalt", "kyiv", "UA"));
    private static final PricedCandidate TROMSO =
            at(15, Examples.site("boreal", "tromso", "NO", kubernetes(free(8, 8))));
    private static final SiteIndex SITES = SiteIndex.of(List.of(PARIS, LYON, OSLO, KYIV, TROMSO));
    private static final Wish WEB = Wish.anywhere("web", machine("m1.tiny"), 1);

    @Test
    void theCheapestSiteThatFitsIsChosenAndEveryOtherOneSaysWhyNot() {
        PlacementAnswer answer = Placement.of(SITES, List.of(WEB), Policy.CHEAPEST);

        assertThat(places(answer)).containsExactly("web@cobalt/kyiv");
        assertThat(answer.isOptimal()).isTrue();
        assertThat(answer.chosen().getFirst().perMonth()).isEqualTo(Money.of("EUR", "10"));
        assertThat(verdict(answer, "boreal", "oslo").outcome()).isEqualTo(Outcome.OTHERS_BETTER);
        assertThat(verdict(answer, "boreal", "oslo").sentence())
                .isEqualTo("fits at 20.00 EUR a month; others are liked better: cobalt/kyiv at 10.00 EUR a month");
        assertThat(verdict(answer, "boreal", "tromso").objections())
                .extracting(Verdict.Objection::reason)
                .containsExactly(Reason.TECHNOLOGY_DIFFERS);
        assertThat(answer.tally(WEB).ruledOut()).containsEntry(Reason.TECHNOLOGY_DIFFERS, 1);
        assertThat(answer.tally(WEB).fitting()).isEqualTo(4);
    }

    @Test
    void machinesAndContainersOfOneRequestGoToSitesOfBothTechnologies() {
        Wish api = Wish.anywhere(
                "api", new WorkloadWish.ContainerGroupWish("nginx:1.27", 2, BigDecimal.ONE, BigDecimal.ONE), 1);

        assertThat(places(Placement.of(SITES, List.of(WEB, api), Policy.CHEAPEST)))
                .containsExactly("api@boreal/tromso", "web@cobalt/kyiv");
    }

    @Test
    void aNamedSiteIsTakenWhateverThePolicyLikes() {
        Wish named = Wish.at(PARIS.place(), "database", machine("m1.tiny"));

        assertThat(places(Placement.of(SITES, List.of(WEB, named), Policy.CHEAPEST)))
                .containsExactly("database@alba/paris", "web@cobalt/kyiv");
    }

    @Test
    void everyRuleOfThePolicyIsToldWhereItIsBroken() {
        Where where = new Where(
                Set.of("FR"),
                Set.of("FR", "NO"),
                Set.of(Technology.OPENSTACK),
                Set.of(),
                Set.of(new OperatorId("cobalt")),
                Optional.of(new Near(
                        PARIS_CENTRE, Optional.of(BigDecimal.valueOf(500)), Optional.of(BigDecimal.valueOf(2)))),
                Optional.of(BigDecimal.valueOf(55)));
        Policy policy = policy(where, new Ceiling(Optional.empty(), euro(28), Optional.empty()));

        PlacementAnswer answer = Placement.of(SITES, List.of(WEB), policy);

        assertThat(answer.isComplete()).isFalse();
        assertThat(codes(answer, "alba", "paris")).containsExactly(Reason.TOO_EXPENSIVE);
        assertThat(codes(answer, "alba", "lyon")).containsExactly(Reason.LATENCY_TOO_HIGH, Reason.ENERGY_TOO_DIRTY);
        assertThat(codes(answer, "boreal", "oslo"))
                .containsExactly(Reason.COUNTRY_NOT_WANTED, Reason.TOO_FAR, Reason.LATENCY_TOO_HIGH);
        assertThat(codes(answer, "cobalt", "kyiv"))
                .containsExactly(Reason.COUNTRY_NOT_WANTED, Reason.RESIDENCY_NOT_ALLOWED, Reason.OPERATOR_NOT_WANTED);
        assertThat(verdict(answer, "cobalt", "kyiv").notTold()).contains(Fact.LOCATION, Fact.ENERGY);
        assertThat(codes(answer, "boreal", "tromso"))
                .contains(Reason.TECHNOLOGY_DIFFERS, Reason.TECHNOLOGY_NOT_WANTED, Reason.COUNTRY_NOT_WANTED);
        assertThat(verdict(answer, "boreal", "oslo").sentence())
                .contains("is 1342 km away; the farthest allowed is 500 km");
        assertThat(verdict(answer, "alba", "lyon").sentence())
                .contains("light needs at least 3.92 ms for a round trip; allowed are 2")
                .contains("its electricity has 60 g of CO2 per kWh; allowed are 55");
    }

    @Test
    void onlySitesThatToldAllThatMattersAreWantedWhereThePolicySaysSo() {
        Policy policy = new Policy(Where.ANYWHERE, Ceiling.NONE, List.of(), List.of(), false, Weights.CHEAPEST, true);

        PlacementAnswer answer = Placement.of(SITES, List.of(WEB), policy);

        assertThat(answer.isComplete()).isFalse();
        assertThat(codes(answer, "alba", "paris")).containsExactly(Reason.NOT_TOLD);
    }

    @Test
    void theNearestTheGreenestAndTheFewestOperatorsCanBeLiked() {
        Where near = new Where(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(new Near(PARIS_CENTRE, Optional.empty(), Optional.empty())),
                Optional.empty());
        Wish two = Wish.anywhere("web", machine("m1.tiny"), 2);
        List<Spread> oneEach = List.of(new Spread(Domain.SITE, 1));

        assertThat(places(Placement.of(SITES, List.of(WEB), liking(near, new Weights(0, 1, 0, 0), List.of()))))
                .containsExactly("web@alba/paris");
        assertThat(places(Placement.of(SITES, List.of(WEB), liking(near, new Weights(0, 0, 1, 0), List.of()))))
                .containsExactly("web@boreal/oslo");
        assertThat(places(Placement.of(SITES, List.of(two), liking(near, new Weights(0, 0, 0, 1), oneEach))))
                .containsExactly("web@alba/lyon", "web@alba/paris");
        assertThat(places(Placement.of(SITES, List.of(two), liking(near, new Weights(1, 0, 0, 0), oneEach))))
                .containsExactly("web@boreal/oslo", "web@cobalt/kyiv");
    }

    @Test
    void instancesAreSpreadOverCountriesAndStandSoManyToASite() {
        Wish four = new Wish("web", machine("m1.tiny"), 4, Optional.of(2), Optional.empty());
        Policy policy = liking(Where.ANYWHERE, Weights.CHEAPEST, List.of(new Spread(Domain.COUNTRY, 2)));

        assertThat(places(Placement.of(SITES, List.of(four), policy)))
                .containsExactly("web@boreal/oslo", "web@boreal/oslo", "web@cobalt/kyiv", "web@cobalt/kyiv");
    }

    @Test
    void workloadsStandTogetherOrApartAsThePolicySays() {
        Wish database = Wish.anywhere("database", machine("m1.tiny"), 1);

        assertThat(places(Placement.of(SITES, List.of(WEB, database), affine(Domain.OPERATOR, false))))
                .containsExactly("database@cobalt/kyiv", "web@boreal/oslo");
        assertThat(places(Placement.of(
                        SITES,
                        List.of(WEB, Wish.at(PARIS.place(), "database", machine("m1.tiny"))),
                        affine(Domain.OPERATOR, true))))
                .containsExactly("database@alba/paris", "web@alba/lyon");
        assertThat(places(Placement.of(
                        SITES,
                        List.of(WEB, Wish.at(PARIS.place(), "database", machine("m1.tiny"))),
                        affine(Domain.SITE, true))))
                .containsExactly("database@alba/paris", "web@alba/paris");
    }

    @Test
    void nothingIsPlacedWhereOnePartFindsNoSiteUnlessAPartIsWanted() {
        Wish huge = Wish.anywhere("huge", machine("m9.huge"), 1);
        PlacementAnswer nothing = Placement.of(SITES, List.of(WEB, huge), Policy.CHEAPEST);
        Policy part = new Policy(Where.ANYWHERE, Ceiling.NONE, List.of(), List.of(), true, Weights.CHEAPEST, false);

        assertThat(nothing.chosen()).isEmpty();
        assertThat(nothing.leftOut()).containsEntry("web", 1).containsEntry("huge", 1);
        assertThat(nothing.verdict(WEB, SITES.find(KYIV.place()).orElseThrow()).outcome())
                .isEqualTo(Outcome.NOTHING_PLACED);
        PlacementAnswer some = Placement.of(SITES, List.of(WEB, huge), part);
        assertThat(places(some)).containsExactly("web@cobalt/kyiv");
        assertThat(some.leftOut()).containsOnlyKeys("huge");
    }

    @Test
    void theRoomOfASiteIsSharedByAllThatIsPlacedThere() {
        SiteIndex small =
                SiteIndex.of(List.of(at(10, Examples.site("alba", "small", "FR", openStack(free(2, 9), TINY))), PARIS));

        assertThat(places(Placement.of(small, List.of(Wish.anywhere("web", machine("m1.tiny"), 3)), Policy.CHEAPEST)))
                .containsExactly("web@alba/paris", "web@alba/small", "web@alba/small");
    }

    @Test
    void theCeilingOfAllTogetherIsKept() {
        Policy policy = policy(Where.ANYWHERE, new Ceiling(Optional.empty(), Optional.empty(), euro(19)));

        assertThat(Placement.of(SITES, List.of(Wish.anywhere("web", machine("m1.tiny"), 2)), policy)
                        .isComplete())
                .isFalse();
        assertThat(Placement.of(SITES, List.of(WEB), policy).isComplete()).isTrue();
    }

    @Test
    void contradictionsAreToldInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Placement.of(SITES, List.of(WEB, WEB), Policy.CHEAPEST))
                .withMessage("Two workloads are called web");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Placement.of(SITES, List.of(WEB), affine(Domain.SITE, true)))
                .withMessage("An affinity names the workload database, which is not asked for");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Placement.of(SITES, List.of(WEB), liking(Where.ANYWHERE, new Weights(0, 1, 0, 0), List.of())))
                .withMessage("To like near sites, say to which point they are to be near");
    }

    private static Candidate site(String operator, String site, String country) {
        return Examples.site(operator, site, country, openStack(free(8, 8), TINY));
    }

    private static Optional<Money> euro(int amount) {
        return Optional.of(Money.of("EUR", String.valueOf(amount)));
    }

    private static Policy policy(Where where, Ceiling ceiling) {
        return new Policy(where, ceiling, List.of(), List.of(), false, Weights.CHEAPEST, false);
    }

    private static Policy liking(Where where, Weights weights, List<Spread> spreads) {
        return new Policy(where, Ceiling.NONE, spreads, List.of(), false, weights, false);
    }

    private static Policy affine(Domain domain, boolean together) {
        return new Policy(
                Where.ANYWHERE,
                Ceiling.NONE,
                List.of(),
                List.of(new Affinity(domain, together, List.of("web", "database"))),
                false,
                Weights.CHEAPEST,
                false);
    }

    private static List<String> places(PlacementAnswer answer) {
        return answer.chosen().stream()
                .map(choice -> choice.wish() + "@" + choice.candidate().place())
                .sorted()
                .toList();
    }

    private static SiteVerdict verdict(PlacementAnswer answer, String operator, String site) {
        Place place = new Place(new OperatorId(operator), new SiteId(site));
        Wish wish = answer.wishes().getFirst();
        return answer.verdict(wish, SITES.find(place).orElseThrow());
    }

    private static List<Reason> codes(PlacementAnswer answer, String operator, String site) {
        return verdict(answer, operator, site).objections().stream()
                .map(Verdict.Objection::reason)
                .toList();
    }
}
