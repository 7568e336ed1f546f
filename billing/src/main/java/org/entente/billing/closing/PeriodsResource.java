package org.entente.billing.closing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import org.entente.billing.request.Parameters;
import org.jspecify.annotations.Nullable;

/** Billing periods: asking to close one, and seeing how far that is. */
@Path("/api/v1/periods/{period}")
@Produces(MediaType.APPLICATION_JSON)
public class PeriodsResource {
    private final Periods periods;
    private final PeriodClosing closing;
    private final PeriodViews views;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    PeriodsResource(
            Periods periods, PeriodClosing closing, PeriodViews views, SecurityIdentity identity, InstantSource clock) {
        this.periods = periods;
        this.closing = closing;
        this.views = views;
        this.identity = identity;
        this.clock = clock;
    }

    /** Takes the wish down; a job does the work. A repeat with the same key changes nothing. */
    @POST
    @Path("close")
    @RolesAllowed("finance")
    public Response close(
            @PathParam("period") String period, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        YearMonth month = Parameters.period(period);
        String key = Parameters.idempotencyKey(idempotencyKey);
        Instant now = clock.instant();
        closing.checkEnded(month, now);
        periods.request(month, key, identity.getPrincipal().getName(), now);
        return Response.accepted(views.of(month))
                .location(URI.create("/api/v1/periods/" + month))
                .build();
    }

    @GET
    @RolesAllowed({"finance", "engineer"})
    public PeriodView period(@PathParam("period") String period) {
        return views.of(Parameters.period(period));
    }
}
