package org.entente.broker.quote;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Fact;
import org.entente.broker.placement.PlacementAnswer;
import org.entente.broker.placement.PlacementAnswer.Choice;
import org.entente.broker.placement.PlacementAnswer.Tally;
import org.entente.broker.placement.Reason;
import org.entente.broker.placement.SiteVerdict;
import org.entente.broker.placement.Wish;

/**
 * What was chosen and why.
 *
 * @param catalogue the number of the catalogue that was looked at; answers with the same number looked at the same sites
 * @param complete whether everything found its site
 * @param optimal whether it is certain that no placement is liked better
 * @param leftOut how many instances of which workloads found no site
 */
public record PlacementView(
        long catalogue,
        boolean complete,
        boolean optimal,
        List<ChoiceView> chosen,
        Map<String, Integer> leftOut,
        List<ExplanationView> workloads) {

    /** One instance at its site. The price is decimal text. */
    public record ChoiceView(
            String workload,
            String operator,
            String site,
            String country,
            Technology technology,
            Optional<String> flavour,
            String perMonth,
            String currency) {
        static ChoiceView of(Choice choice) {
            return new ChoiceView(
                    choice.wish(),
                    choice.candidate().place().operator().value(),
                    choice.candidate().place().site().value(),
                    choice.candidate().country(),
                    choice.candidate().technology(),
                    choice.workload().flavourName(),
                    choice.perMonth().text(),
                    choice.perMonth().currency().getCurrencyCode());
        }
    }

    /** How all sites stand for one workload, by numbers, and some of them one by one. */
    public record ExplanationView(
            String workload, int sites, int fitting, Map<Reason, Integer> ruledOut, List<VerdictView> verdicts) {}

    /** How one site stands for one workload. */
    public record VerdictView(
            String operator,
            String site,
            SiteVerdict.Outcome outcome,
            List<Reason> reasons,
            String sentence,
            Optional<String> nearestChange,
            List<String> notTold,
            Optional<String> perMonth) {
        static VerdictView of(SiteVerdict verdict) {
            return new VerdictView(
                    verdict.place().operator().value(),
                    verdict.place().site().value(),
                    verdict.outcome(),
                    verdict.objections().stream()
                            .map(objection -> objection.reason())
                            .toList(),
                    verdict.sentence(),
                    verdict.nearestChange(),
                    verdict.notTold().stream().map(Fact::words).toList(),
                    verdict.perMonth().map(Money::text));
        }
    }

    static PlacementView of(Placed placed, ExplainRequest explain) {
        PlacementAnswer answer = placed.answer();
        return new PlacementView(
                placed.catalogue(),
                answer.isComplete(),
                answer.isOptimal(),
                answer.chosen().stream().map(ChoiceView::of).toList(),
                answer.leftOut(),
                answer.wishes().stream()
                        .filter(wish -> wish.at().isEmpty())
                        .map(wish -> explanation(answer, wish, explain))
                        .toList());
    }

    private static ExplanationView explanation(PlacementAnswer answer, Wish wish, ExplainRequest explain) {
        Tally tally = answer.tally(wish);
        Map<Reason, Integer> ruledOut = new EnumMap<>(Reason.class);
        ruledOut.putAll(tally.ruledOut());
        int first = Math.min(explain.first(), answer.sites());
        int end = Math.min(answer.sites(), first + explain.most());
        return new ExplanationView(
                wish.name(),
                tally.sites(),
                tally.fitting(),
                ruledOut,
                IntStream.range(first, end)
                        .mapToObj(site -> VerdictView.of(answer.verdict(wish, site)))
                        .toList());
    }
}
