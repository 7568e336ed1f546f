package org.entente.broker.quote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.http.Tenants;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.offer.Prices;
import org.entente.broker.placement.PlacementAnswer;
import org.entente.broker.placement.PlacementAnswer.Choice;
import org.entente.broker.placement.PlacementAnswer.Tally;
import org.entente.broker.placement.SiteVerdict;
import org.entente.broker.placement.Wish;

/** Quotes, for tenants. */
@Path("/api/v1/quotes")
@RolesAllowed("devops")
public class QuoteResource {
    private final Quotes quotes;
    private final Placements placements;
    private final Prices prices;
    private final Tenants tenants;

    QuoteResource(Quotes quotes, Placements placements, Prices prices, Tenants tenants) {
        this.quotes = quotes;
        this.placements = placements;
        this.prices = prices;
        this.tenants = tenants;
    }

    @POST
    @Idempotent
    public Response quote(@Valid @NotNull QuoteRequest request) {
        Placed placed = placements.place(request);
        PlacementAnswer answer = placed.answer();
        if (answer.chosen().isEmpty()) {
            throw nothing(answer);
        }
        Optional<PlacementView> explanation = request.leavesChoice()
                ? Optional.of(PlacementView.of(placed, request.explain().orElse(ExplainRequest.FIRST)))
                : Optional.empty();
        Quote quote = quotes.give(tenants.current(), instances(answer));
        return Response.status(Response.Status.CREATED)
                .entity(QuoteView.of(quote, prices, explanation))
                .build();
    }

    /** Of several equal instances each gets a number behind its name. */
    private static List<QuotedInstance> instances(PlacementAnswer answer) {
        Map<String, Integer> counts = answer.wishes().stream().collect(Collectors.toMap(Wish::name, Wish::count));
        Map<String, Integer> numbers = new HashMap<>();
        List<QuotedInstance> instances = new ArrayList<>();
        for (Choice choice : answer.chosen()) {
            int number = numbers.merge(choice.wish(), 1, Integer::sum);
            instances.add(new QuotedInstance(
                    WorkloadRequest.instance(choice.wish(), counts.getOrDefault(choice.wish(), 1), number),
                    choice.candidate().place(),
                    choice.candidate().agreement(),
                    choice.candidate().technology(),
                    choice.workload()));
        }
        return instances;
    }

    private static ProblemException nothing(PlacementAnswer answer) {
        List<String> sentences = new ArrayList<>();
        for (Wish wish : answer.wishes()) {
            wish.at()
                    .flatMap(place -> answer.verdictAt(wish, place))
                    .filter(verdict -> verdict.outcome() == SiteVerdict.Outcome.DOES_NOT_FIT)
                    .ifPresent(verdict -> sentences.add(
                            wish.name() + ": " + verdict.objections().getFirst().reason() + ": "
                                    + verdict.sentence()
                                    + verdict.nearestChange()
                                            .map(change -> ". " + change)
                                            .orElse("")));
        }
        if (!sentences.isEmpty()) {
            return new ProblemException(QuoteProblem.WORKLOAD_DOES_NOT_FIT, String.join("; ", sentences));
        }
        for (Wish wish : answer.wishes()) {
            Tally tally = answer.tally(wish);
            if (wish.at().isEmpty() && tally.fitting() == 0) {
                sentences.add(wish.name() + " fits none of " + tally.sites() + " sites, because of "
                        + tally.ruledOut().entrySet().stream()
                                .map(reason -> reason.getKey() + " at " + reason.getValue())
                                .collect(Collectors.joining(", ")));
            }
        }
        return new ProblemException(
                QuoteProblem.NO_PLACEMENT,
                sentences.isEmpty()
                        ? "Each workload fits some site, but not all together under the policy"
                        : String.join("; ", sentences));
    }
}
