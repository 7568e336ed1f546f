package org.entente.broker.quote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.entente.agreements.http.Tenants;

/** Trying what a policy would choose, for tenants. Nothing is stored. */
@Path("/api/v1/placements")
@RolesAllowed("devops")
public class PlacementResource {
    private final Placements placements;
    private final Tenants tenants;

    PlacementResource(Placements placements, Tenants tenants) {
        this.placements = placements;
        this.tenants = tenants;
    }

    @POST
    public PlacementView place(@Valid @NotNull QuoteRequest request) {
        tenants.current();
        return PlacementView.of(placements.place(request), request.explain().orElse(ExplainRequest.FIRST));
    }
}
