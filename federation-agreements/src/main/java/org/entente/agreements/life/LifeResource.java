package org.entente.agreements.life;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.negotiation.Versions;

/** Suspending, resuming and terminating, for operator engineers. Each call answers with how the agreement stands then. */
@Path("/api/v1/agreements/{agreement}")
@RolesAllowed("engineer")
public class LifeResource {
    private final Life life;
    private final Versions versions;

    LifeResource(Life life, Versions versions) {
        this.life = life;
        this.versions = versions;
    }

    /** Why, in a sentence that the partner will read. */
    public record NoticeRequest(@NotBlank @Size(max = 500) String reason) {}

    /** When the agreement ends, and why. */
    public record TerminationRequest(
            @NotNull Instant end, @NotBlank @Size(max = 500) String reason) {}

    @POST
    @Path("/suspension")
    @Idempotent
    public Response suspend(@PathParam("agreement") AgreementId agreement, @Valid @NotNull NoticeRequest request) {
        life.suspend(agreement, request.reason());
        return now(agreement);
    }

    @POST
    @Path("/resumption")
    @Idempotent
    public Response resume(@PathParam("agreement") AgreementId agreement, @Valid @NotNull NoticeRequest request) {
        life.resume(agreement, request.reason());
        return now(agreement);
    }

    @POST
    @Path("/termination")
    @Idempotent
    public Response terminate(
            @PathParam("agreement") AgreementId agreement, @Valid @NotNull TerminationRequest request) {
        life.terminate(agreement, request.end(), request.reason());
        return now(agreement);
    }

    private Response now(AgreementId agreement) {
        return Response.accepted(versions.one(agreement)).build();
    }
}
