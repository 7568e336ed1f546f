package org.entente.billing.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.invoice.Buyer;
import org.entente.billing.invoice.Invoices;
import org.entente.billing.invoice.StoredInvoice;
import org.entente.billing.party.Parties;
import org.entente.billing.party.Party;
import org.entente.billing.request.BillingProblem;

/** Invoices as UBL 2.1 (EN 16931, Peppol BIS Billing 3). */
@Path("/api/v1/invoices/{number}/ubl.xml")
@RolesAllowed({"finance", "engineer"})
public class UblResource {
    private final Invoices invoices;
    private final Parties parties;

    UblResource(Invoices invoices, Parties parties) {
        this.invoices = invoices;
        this.parties = parties;
    }

    @GET
    @Produces("application/xml")
    public Response invoice(@PathParam("number") String number) {
        StoredInvoice invoice = invoices.numbered(number)
                .orElseThrow(
                        () -> new ProblemException(BillingProblem.INVOICE_UNKNOWN, "There is no invoice " + number));
        Party seller = parties.operator(invoice.heading().issuer());
        Party buyer = switch (invoice.buyer()) {
            case Buyer.Partner partner -> parties.operator(partner.operator());
            case Buyer.Customer customer -> parties.tenant(customer.tenant());
        };
        return Response.ok(new UblInvoice(invoice, seller, buyer).xml())
                .header("Content-Disposition", "attachment; filename=\"" + number + ".xml\"")
                .build();
    }
}
