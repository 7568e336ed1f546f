package org.entente.broker.quote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.agreements.http.Tenants;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.offer.Catalogue;
import org.entente.broker.offer.Prices;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.Fit;
import org.entente.broker.placement.Verdict;
import org.entente.broker.site.Workload;

/** Quotes, for tenants. */
@Path("/api/v1/quotes")
@RolesAllowed("devops")
public class QuoteResource {
    private final Quotes quotes;
    private final Catalogue catalogue;
    private final Prices prices;
    private final Tenants tenants;

    QuoteResource(Quotes quotes, Catalogue catalogue, Prices prices, Tenants tenants) {
        this.quotes = quotes;
        this.catalogue = catalogue;
        this.prices = prices;
        this.tenants = tenants;
    }

    @POST
    @Idempotent
    public Response quote(@Valid @NotNull QuoteRequest request) {
        List<QuotedInstance> instances =
                request.workloads().stream().map(this::quoted).toList();
        return Response.status(Response.Status.CREATED)
                .entity(QuoteView.of(quotes.give(tenants.current(), instances), prices))
                .build();
    }

    private QuotedInstance quoted(QuoteRequest.WorkloadRequest request) {
        Candidate candidate = catalogue
                .at(request.place())
                .orElseThrow(() -> new ProblemException(
                        QuoteProblem.SITE_NOT_AVAILABLE, request.place() + " is not a site where an order can go now"));
        return new QuotedInstance(
                request.name(),
                candidate.place(),
                candidate.agreement(),
                candidate.technology(),
                fitting(request, candidate));
    }

    private static Workload fitting(QuoteRequest.WorkloadRequest request, Candidate candidate) {
        return switch (Fit.of(request.wish(), candidate)) {
            case Verdict.Fits(Workload workload, var notTold) -> workload;
            case Verdict.DoesNotFit refused ->
                throw new ProblemException(
                        QuoteProblem.WORKLOAD_DOES_NOT_FIT,
                        request.name() + ": " + refused.objections().getFirst().reason() + ": " + refused.sentence());
        };
    }
}
