package org.entente.agreements.standing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.Partner;

/** How we stand to a partner, for operator engineers. The partner is told by a signed notice. */
@Path("/api/v1/partners/{operator}")
@RolesAllowed("engineer")
public class StandingResource {
    private final Standings standings;

    StandingResource(Standings standings) {
        this.standings = standings;
    }

    /** Why, in a sentence that the partner will read. */
    public record StandingRequest(@NotBlank @Size(max = 500) String reason) {}

    /** How we stand to the partner now. */
    public record StandingView(String operator, String state, String reason) {
        static StandingView of(Partner partner, String reason) {
            return new StandingView(
                    partner.operator().value(), partner.state().name().toLowerCase(Locale.ROOT), reason);
        }
    }

    @POST
    @Path("/suspension")
    @Idempotent
    public Response suspend(@PathParam("operator") OperatorId operator, @Valid @NotNull StandingRequest request) {
        return answer(standings.suspend(operator, request.reason()), request);
    }

    @POST
    @Path("/resumption")
    @Idempotent
    public Response resume(@PathParam("operator") OperatorId operator, @Valid @NotNull StandingRequest request) {
        return answer(standings.resume(operator, request.reason()), request);
    }

    @POST
    @Path("/end")
    @Idempotent
    public Response end(@PathParam("operator") OperatorId operator, @Valid @NotNull StandingRequest request) {
        return answer(standings.end(operator, request.reason()), request);
    }

    /** Closes everything with a partner that does not answer. */
    @POST
    @Path("/vanishing")
    @Idempotent
    public Response vanish(@PathParam("operator") OperatorId operator, @Valid @NotNull StandingRequest request) {
        return answer(standings.vanish(operator, request.reason()), request);
    }

    private static Response answer(Partner partner, StandingRequest request) {
        return Response.accepted(StandingView.of(partner, request.reason())).build();
    }
}
