package org.entente.billing.ledger;

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
import org.entente.billing.request.Parameters;

/** The books of a period as a file for hledger and its kin. */
@Path("/api/v1/exports/journal")
@RolesAllowed({"finance", "engineer"})
public class JournalResource {
    private static final int ENTRIES_PER_PAGE = 500;

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @GET
    @Produces("text/plain;charset=UTF-8")
    public Response export(@QueryParam("period") String period) {
        YearMonth month = Parameters.period(period);
        StreamingOutput body = out -> write(month, out);
        return Response.ok(body)
                .header("Content-Disposition", "attachment; filename=\"journal-" + month + ".journal\"")
                .build();
    }

    private void write(YearMonth period, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.append("; Books of the billing period ")
                .append(period.toString())
                .append("\n\n");
        HledgerJournal file = new HledgerJournal(writer);
        List<Journal.Booked> page = journal.entries(period, Long.MIN_VALUE, ENTRIES_PER_PAGE);
        while (!page.isEmpty()) {
            file.write(page.stream().map(Journal.Booked::entry).toList());
            page = journal.entries(period, page.getLast().number(), ENTRIES_PER_PAGE);
        }
        writer.flush();
    }
}
