package org.entente.broker.provisioning;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.SiteId;

/** Engineers decide that what may move from a site that is cut off shall move. */
@Path("/api/v1/sites/{site}/moves")
@RolesAllowed("engineer")
public class MoveResource {
    private static final int DECISIONS_MAX = 100;

    private final MoveDecisions decisions;
    private final SecurityIdentity caller;

    MoveResource(MoveDecisions decisions, SecurityIdentity caller) {
        this.decisions = decisions;
        this.caller = caller;
    }

    /** Why what may move shall move, for those who ask later. */
    public record MoveRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** A decision. It is for the cut that began then, and for no later one. */
    public record MoveDecisionView(
            String site, Instant outOfReachSince, String decidedBy, Instant decidedAt, String reason) {
        static MoveDecisionView of(MoveDecisionEntity decision) {
            return new MoveDecisionView(
                    decision.site, decision.outOfReachSince, decision.decidedBy, decision.decidedAt, decision.reason);
        }
    }

    @POST
    @Idempotent
    public Response decide(@PathParam("site") SiteId site, @Valid @NotNull MoveRequest request) {
        MoveDecisionEntity decision =
                decisions.decide(site, caller.getPrincipal().getName(), request.reason());
        return Response.accepted(MoveDecisionView.of(decision)).build();
    }

    /** The latest decisions about a site. */
    @GET
    @Transactional
    public List<MoveDecisionView> list(@PathParam("site") SiteId site) {
        return decisions.of(site, DECISIONS_MAX).stream()
                .map(MoveDecisionView::of)
                .toList();
    }
}
