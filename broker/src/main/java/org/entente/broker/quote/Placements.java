package org.entente.broker.quote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Place;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.offer.Catalogue;
import org.entente.broker.offer.CatalogueIndex;
import org.entente.broker.offer.Prices;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.Placement;
import org.entente.broker.placement.PlacementAnswer;
import org.entente.broker.placement.PlacementAnswer.Choice;
import org.entente.broker.placement.Policy;
import org.entente.broker.placement.PricedCandidate;
import org.entente.broker.placement.SiteIndex;
import org.entente.broker.placement.Wish;
import org.entente.broker.placement.WorkloadWish.VirtualMachineWish;

/** Finds sites for requests: named ones as they are now, and chosen ones by the catalogue's index. */
@ApplicationScoped
public class Placements {
    private final Catalogue catalogue;
    private final CatalogueIndex index;
    private final Prices prices;

    Placements(Catalogue catalogue, CatalogueIndex index, Prices prices) {
        this.catalogue = catalogue;
        this.index = index;
        this.prices = prices;
    }

    /**
     * The best placement by sites that take orders now. The index may be a moment old: where a chosen site has closed since,
     * the choice is made again.
     */
    @Transactional
    Placed place(QuoteRequest request) {
        List<Wish> wishes = request.wishes();
        Policy policy =
                request.policy().map(asked -> asked.policy(prices.currency())).orElse(Policy.CHEAPEST);
        if (!request.leavesChoice()) {
            return new Placed(Placement.of(named(wishes), wishes, policy), 0);
        }
        CatalogueIndex.Snapshot snapshot = index.current();
        if (!hasNamed(wishes, snapshot.sites())) {
            snapshot = index.refreshed();
            requireNamed(wishes, snapshot.sites());
        }
        PlacementAnswer answer = Placement.of(snapshot.sites(), wishes, policy);
        if (!areOpen(answer)) {
            snapshot = index.refreshed();
            requireNamed(wishes, snapshot.sites());
            answer = Placement.of(snapshot.sites(), wishes, policy);
        }
        return new Placed(answer, snapshot.number());
    }

    /** Only the sites that a request is about, straight from the database. */
    private SiteIndex named(List<Wish> wishes) {
        Map<Place, PricedCandidate> sites = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            Place place = wish.at().orElseThrow();
            sites.computeIfAbsent(place, fresh -> priced(catalogue.at(place).orElseThrow(() -> notAvailable(place))));
            imageSite(wish)
                    .flatMap(catalogue::at)
                    .ifPresent(source -> sites.computeIfAbsent(source.place(), fresh -> priced(source)));
        }
        return SiteIndex.of(new ArrayList<>(sites.values()));
    }

    private PricedCandidate priced(Candidate candidate) {
        return new PricedCandidate(candidate, prices.at(candidate));
    }

    private static Optional<Place> imageSite(Wish wish) {
        return wish.workload() instanceof VirtualMachineWish machine
                        && machine.image() instanceof ImageSource.AtSite(var operator, var site, var name)
                ? Optional.of(new Place(operator, site))
                : Optional.empty();
    }

    private static Stream<Place> places(List<Wish> wishes) {
        return wishes.stream().flatMap(wish -> wish.at().stream());
    }

    private static boolean hasNamed(List<Wish> wishes, SiteIndex sites) {
        return places(wishes).allMatch(place -> sites.find(place).isPresent());
    }

    private static void requireNamed(List<Wish> wishes, SiteIndex sites) {
        places(wishes).filter(place -> sites.find(place).isEmpty()).findFirst().ifPresent(place -> {
            throw notAvailable(place);
        });
    }

    private static ProblemException notAvailable(Place place) {
        return new ProblemException(
                QuoteProblem.SITE_NOT_AVAILABLE, place + " is not a site where an order can go now");
    }

    /** Each agreement is looked up once, and each site of our own. */
    private boolean areOpen(PlacementAnswer answer) {
        Map<Object, Candidate> each = new LinkedHashMap<>();
        for (Choice choice : answer.chosen()) {
            Optional<AgreementId> agreement = choice.candidate().agreement();
            each.putIfAbsent(
                    agreement.<Object>map(one -> one).orElse(choice.candidate().place()), choice.candidate());
        }
        return each.values().stream().allMatch(catalogue::isOpen);
    }
}
