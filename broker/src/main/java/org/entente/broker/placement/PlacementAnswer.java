package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Place;
import org.entente.broker.placement.Search.Found;
import org.entente.broker.site.Workload;

/**
 * What was chosen, what it costs, and for every other site why not. The reason of every site is known when the answer is;
 * sentences are made for those that are looked at.
 */
public final class PlacementAnswer {
    private final SiteIndex sites;
    private final Judged[] wishes;
    private final List<Choice> chosen = new ArrayList<>();
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final Policy policy;
    private final boolean optimal;

    PlacementAnswer(
            SiteIndex sites,
            Judged[] wishes,
            List<Lot> lots,
            Optional<Found> found,
            Policy policy,
            boolean shortlisted) {
        this.sites = sites;
        this.wishes = wishes;
        this.policy = policy;
        this.optimal = shortlisted && found.map(Found::optimal).orElse(false);
        for (int lot = 0; lot < lots.size(); lot++) {
            for (int piece = 0; piece < lots.get(lot).pieces(); piece++) {
                int number = lot;
                int which = piece;
                add(
                        lots.get(lot),
                        found.map(one -> one.sites().get(number).get(which)).orElse(Found.NOWHERE));
            }
        }
    }

    /**
     * An instance at a site.
     *
     * @param wish the name of the wish
     * @param site its number in the index
     */
    public record Choice(String wish, int site, Candidate candidate, Workload workload, Money perMonth) {}

    private void add(Lot lot, int site) {
        for (Lot.Part part : lot.parts()) {
            Judged judged = wishes[part.wish()];
            if (site == Found.NOWHERE) {
                leftOut.merge(judged.wish().name(), part.count(), Integer::sum);
                continue;
            }
            Workload workload = judged.survey().workload(site);
            Money perMonth = sites.prices(site).perMonth(workload);
            for (int count = 0; count < part.count(); count++) {
                chosen.add(new Choice(judged.wish().name(), site, sites.candidate(site), workload, perMonth));
            }
        }
    }

    public List<Choice> chosen() {
        return List.copyOf(chosen);
    }

    /** How many instances of which wishes found no site. */
    public Map<String, Integer> leftOut() {
        return Map.copyOf(leftOut);
    }

    /** Whether everything that was asked for found its site. */
    public boolean isComplete() {
        return leftOut.isEmpty();
    }

    /** Whether it is certain that no placement is liked better. */
    public boolean isOptimal() {
        return optimal;
    }

    public List<Wish> wishes() {
        return Arrays.stream(wishes).map(Judged::wish).toList();
    }

    /** How many sites each reason rules out for a wish, and how many sites fit. */
    public Tally tally(Wish wish) {
        Survey survey = judged(wish).survey();
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        int fitting = 0;
        for (int site = 0; site < sites.size(); site++) {
            if (survey.fits(site)) {
                fitting++;
            }
            Reason.in(survey.found(site)).forEach(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return new Tally(sites.size(), fitting, counts);
    }

    /** How many sites were looked at, how many fit, and how many each reason rules out. */
    public record Tally(int sites, int fitting, Map<Reason, Integer> ruledOut) {}

    /** Why a site was chosen for a wish, or why not. */
    public SiteVerdict verdict(Wish wish, int site) {
        return new Explanation(judged(wish), chosen, policy).of(site);
    }

    /** How a place stands for a wish; nothing where no order can go there. */
    public Optional<SiteVerdict> verdictAt(Wish wish, Place place) {
        return sites.find(place).stream().mapToObj(site -> verdict(wish, site)).findFirst();
    }

    public int sites() {
        return sites.size();
    }

    private Judged judged(Wish wish) {
        for (Judged one : wishes) {
            if (one.wish().equals(wish)) {
                return one;
            }
        }
        throw new IllegalArgumentException("There is no wish " + wish.name() + " in this answer");
    }
}
