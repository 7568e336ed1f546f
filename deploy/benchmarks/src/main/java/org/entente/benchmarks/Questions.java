package org.entente.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Candidate.Location;
import org.entente.broker.placement.Policy;
import org.entente.broker.placement.Policy.Ceiling;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Policy.Near;
import org.entente.broker.placement.Policy.Spread;
import org.entente.broker.placement.Policy.Weights;
import org.entente.broker.placement.Policy.Where;
import org.entente.broker.placement.Wish;
import org.entente.broker.placement.WorkloadWish;
import org.entente.broker.placement.WorkloadWish.Size;

/** What is asked of many sites, with prices and constraints. */
final class Questions {
    private static final Near PARIS = new Near(
            new Location(new BigDecimal("48.8566"), new BigDecimal("2.3522")),
            Optional.of(BigDecimal.valueOf(1200)),
            Optional.empty());

    private Questions() {}

    /** One question. */
    record Question(String name, List<Wish> wishes, Policy policy) {}

    /** The one that OpenStack Placement can also answer: where is room for this much? */
    static Question room() {
        return new Question("room", List.of(Wish.anywhere("web", needs(1, 2, 20), 1)), Policy.CHEAPEST);
    }

    static List<Question> all() {
        return List.of(
                room(),
                new Question(
                        "countries, ceiling and denied operators",
                        List.of(Wish.anywhere("web", image("m1.medium"), 1)),
                        policy(
                                where(Set.of("FR", "DE", "NL"), Set.of(new OperatorId("operator-7")), Optional.empty()),
                                List.of(),
                                Weights.CHEAPEST)),
                new Question(
                        "three spread near a point",
                        List.of(Wish.anywhere("web", needs(2, 4, 20), 3)),
                        policy(
                                where(Set.of(), Set.of(), Optional.of(PARIS)),
                                List.of(new Spread(Domain.SITE, 1)),
                                new Weights(2, 1, 0, 0))),
                new Question(
                        "three over three operators",
                        List.of(Wish.anywhere("web", image("m1.small"), 3)),
                        policy(Where.ANYWHERE, List.of(new Spread(Domain.OPERATOR, 1)), Weights.CHEAPEST)),
                new Question(
                        "machines and containers, the greenest",
                        List.of(
                                Wish.anywhere("database", needs(4, 8, 40), 1),
                                Wish.anywhere(
                                        "api",
                                        new WorkloadWish.ContainerGroupWish(
                                                "nginx:1.27", 3, BigDecimal.ONE, BigDecimal.TWO),
                                        1)),
                        policy(Where.ANYWHERE, List.of(), new Weights(1, 0, 2, 0))));
    }

    private static Where where(Set<String> countries, Set<OperatorId> denied, Optional<Near> near) {
        return new Where(countries, Set.of(), Set.<Technology>of(), Set.of(), denied, near, Optional.empty());
    }

    private static Policy policy(Where where, List<Spread> spreads, Weights weights) {
        Ceiling ceiling = new Ceiling(Optional.empty(), Optional.of(Money.of("EUR", "120")), Optional.empty());
        return new Policy(where, ceiling, spreads, List.of(), false, weights, false);
    }

    private static WorkloadWish image(String flavour) {
        return new WorkloadWish.VirtualMachineWish("debian-12", flavour);
    }

    private static WorkloadWish needs(int vcpu, int memoryGib, int diskGib) {
        return new WorkloadWish.VirtualMachineWish("cirros", "any")
                .of(new Size.AtLeast(
                        BigDecimal.valueOf(vcpu), BigDecimal.valueOf(memoryGib), BigDecimal.valueOf(diskGib), 0));
    }
}
