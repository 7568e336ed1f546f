package org.entente.billing.export;

import io.quarkus.panache.common.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.billing.invoice.Invoices;
import org.entente.billing.invoice.StoredInvoice;
import org.entente.billing.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What this operator billed in a period, as a FOCUS 1.4 Cost and Usage file. It holds the invoices that this operator
 * issued, to partners and to tenants, and nothing else: only an issuer states billed cost, so files of several operators
 * can be put together without counting anything twice. A period without an issued invoice gives a header alone.
 */
@Path("/api/v1/exports/focus.csv")
@RolesAllowed({"finance", "engineer"})
public class FocusResource {
    private static final int INVOICES_PER_PAGE = 50;

    private final DocumentSigner self;
    private final Invoices invoices;
    private final FocusNames names;

    FocusResource(DocumentSigner self, Invoices invoices, FocusNames names) {
        this.self = self;
        this.invoices = invoices;
        this.names = names;
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    public Response export(@QueryParam("period") @Nullable String period) {
        YearMonth month = Parameters.period(period);
        StreamingOutput body = out -> write(month, out);
        return Response.ok(body)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"focus-" + self.operator() + "-" + month + ".csv\"")
                .build();
    }

    private void write(YearMonth period, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        FocusFile file = FocusFile.begin(writer);
        int page = 0;
        List<StoredInvoice> issued = page(period, page);
        while (!issued.isEmpty()) {
            for (StoredInvoice invoice : issued) {
                file.write(new FocusRows(invoice, names).rows());
            }
            page++;
            issued = page(period, page);
        }
        file.flush();
        writer.flush();
    }

    private List<StoredInvoice> page(YearMonth period, int page) {
        return invoices.issuedBy(self.operator(), period, Page.of(page, INVOICES_PER_PAGE));
    }
}
