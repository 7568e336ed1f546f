package org.entente.broker.placement;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.language.Money;
import org.entente.broker.placement.PlacementAnswer.Choice;
import org.entente.broker.placement.SiteVerdict.Outcome;
import org.entente.broker.placement.Verdict.Objection;

/** Says of each site why it was chosen for a wish or why not. */
final class Explanation {
    private final Judged judged;
    private final Survey survey;
    private final List<Choice> chosen;
    private final Policy policy;

    Explanation(Judged judged, List<Choice> chosen, Policy policy) {
        this.judged = judged;
        this.survey = judged.survey();
        this.chosen = chosen.stream()
                .filter(choice -> choice.wish().equals(judged.wish().name()))
                .toList();
        this.policy = policy;
    }

    SiteVerdict of(int site) {
        return survey.fits(site) ? fitting(site) : ruledOut(site);
    }

    private SiteVerdict ruledOut(int site) {
        List<Objection> objections = Stream.concat(
                        Sentences.of(survey, site).stream(), PolicySentences.of(judged, policy, site).stream())
                .toList();
        boolean isOfSite = objections.stream().anyMatch(one -> !one.reason().isOfPolicy());
        Optional<String> change =
                isOfSite ? NearestChange.of(survey, site).map(NearestChange.Change::sentence) : Optional.empty();
        return verdict(
                site,
                Outcome.DOES_NOT_FIT,
                objections,
                new Verdict.DoesNotFit(objections, Optional.empty(), List.of()).sentence(),
                change);
    }

    private SiteVerdict fitting(int site) {
        long times = chosen.stream().filter(choice -> choice.site() == site).count();
        if (times > 0) {
            return verdict(
                    site,
                    Outcome.CHOSEN,
                    "chosen for " + times + " of " + judged.wish().count());
        }
        if (chosen.isEmpty()) {
            return verdict(
                    site,
                    Outcome.NOTHING_PLACED,
                    "fits, but not everything together that was asked for found a site, so nothing is placed");
        }
        long worst = chosen.stream()
                .mapToLong(choice -> judged.score(choice.site()))
                .max()
                .orElseThrow();
        String better = chosen.getFirst().candidate().place() + " at "
                + text(chosen.getFirst().perMonth()) + " a month";
        return judged.score(site) >= worst
                ? verdict(site, Outcome.OTHERS_BETTER, "fits" + at(site) + "; others are liked better: " + better)
                : verdict(
                        site,
                        Outcome.NOT_WITH_THE_REST,
                        "fits" + at(site) + " and is liked better by itself than " + better
                                + ", but not together with the other workloads and the rules for them");
    }

    private SiteVerdict verdict(int site, Outcome outcome, String sentence) {
        return verdict(site, outcome, List.of(), sentence, Optional.empty());
    }

    private SiteVerdict verdict(
            int site, Outcome outcome, List<Objection> objections, String sentence, Optional<String> change) {
        return new SiteVerdict(
                survey.sites().place(site),
                outcome,
                objections,
                sentence,
                change,
                Fact.in(survey.found(site)),
                price(site));
    }

    private String at(int site) {
        return price(site).map(price -> " at " + text(price) + " a month").orElse("");
    }

    private Optional<Money> price(int site) {
        return judged.prices().isKnown(site)
                ? Optional.of(survey.sites().prices(site).perMonth(survey.workload(site)))
                : Optional.empty();
    }

    private static String text(Money price) {
        return price.rounded(RoundingMode.HALF_EVEN).inCoins() + " "
                + price.currency().getCurrencyCode();
    }
}
