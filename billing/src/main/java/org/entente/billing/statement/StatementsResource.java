package org.entente.billing.statement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.request.BillingProblem;
import org.entente.billing.request.Parameters;
import org.jspecify.annotations.Nullable;

/** Statements, and each as the signed document that it is. */
@Path("/api/v1/statements")
@RolesAllowed({"finance", "engineer"})
public class StatementsResource {
    private final Statements statements;

    StatementsResource(Statements statements) {
        this.statements = statements;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<StatementView> statements(@QueryParam("period") @Nullable String period) {
        return statements.ofPeriod(Parameters.period(period), Parameters.PAGE_SIZE_MAX).stream()
                .map(StatementView::of)
                .toList();
    }

    /** The statement in the general JWS JSON serialization (RFC 7515), with the signatures that it has. */
    @GET
    @Path("{agreement}/{period}")
    @Produces({"application/jose+json", MediaType.APPLICATION_JSON})
    public String document(@PathParam("agreement") String agreement, @PathParam("period") String period) {
        YearMonth month = Parameters.period(period);
        return statements
                .document(new AgreementId(agreement), month)
                .orElseThrow(() -> new ProblemException(
                        BillingProblem.STATEMENT_UNKNOWN,
                        "There is no statement under " + agreement + " for " + month));
    }
}
