package org.entente.billing.invoice;

import io.quarkus.panache.common.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.request.BillingProblem;
import org.entente.billing.request.Parameters;
import org.jspecify.annotations.Nullable;

/** Invoices that were issued or received. */
@Path("/api/v1/invoices")
@RolesAllowed({"finance", "engineer"})
public class InvoicesResource {
    private final Invoices invoices;

    InvoicesResource(Invoices invoices) {
        this.invoices = invoices;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<InvoiceView> invoices(
            @QueryParam("period") @Nullable String period,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("100") int size) {
        YearMonth month = Parameters.period(period);
        return invoices.ofPeriod(month, Page.of(Parameters.page(page), Parameters.pageSize(size))).stream()
                .map(InvoiceView::of)
                .toList();
    }

    @GET
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    public InvoiceView invoice(@PathParam("number") String number) {
        return invoices.numbered(number).map(InvoiceView::of).orElseThrow(() -> unknown(number));
    }

    /**
     * The invoice in the general JWS JSON serialization (RFC 7515), where it crossed between operators. Only who asks for it
     * gets it: by its quality, whoever takes anything gets the data above.
     */
    @GET
    @Path("{number}")
    @Produces(SignedDocumentJson.MEDIA_TYPE + ";qs=0.5")
    public Response document(@PathParam("number") String number) {
        String document = invoices.document(number).orElseThrow(() -> notSigned(number));
        return Response.ok(document).type(SignedDocumentJson.MEDIA_TYPE).build();
    }

    private ProblemException notSigned(String number) {
        return invoices.numbered(number).isEmpty()
                ? unknown(number)
                : new ProblemException(
                        BillingProblem.INVOICE_NOT_SIGNED,
                        "Invoice " + number + " is to a tenant, so it is no signed document between operators");
    }

    private static ProblemException unknown(String number) {
        return new ProblemException(BillingProblem.INVOICE_UNKNOWN, "There is no invoice " + number);
    }
}
