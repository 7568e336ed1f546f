package org.entente.agreements.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.idempotency.IdempotentCalls;
import org.entente.agreements.language.OperatorId;
import org.jspecify.annotations.Nullable;

/** Partners, for operator engineers. */
@Path("/api/v1/partners")
@RolesAllowed("engineer")
public class PartnerResource {
    private final Invitations invitations;
    private final Partners partners;
    private final IdempotentCalls calls;

    PartnerResource(Invitations invitations, Partners partners, IdempotentCalls calls) {
        this.invitations = invitations;
        this.partners = partners;
        this.calls = calls;
    }

    /**
     * An operator to invite, by the base URL of its server.
     *
     * @param hosts where else its peering API or identity provider may be, by what its engineer said; absent if nowhere
     */
    public record InvitationRequest(
            @NotNull URI url, @Nullable @Size(max = 4) Set<@NotBlank String> hosts) {}

    /** The fingerprint that the partner's engineer read out. */
    public record ConfirmationRequest(@NotBlank String fingerprint) {}

    @GET
    public List<PartnerView> list() {
        return partners.all().stream().map(PartnerView::of).toList();
    }

    /** Reads what is published there first, outside any transaction. */
    @POST
    public Response invite(@Valid @NotNull InvitationRequest request) {
        return calls.once(
                calls.text(request),
                () -> invitations.discover(request.url(), hosts(request)),
                discovery -> Response.status(Response.Status.CREATED)
                        .entity(PartnerView.of(invitations.invite(request.url(), discovery)))
                        .build());
    }

    @POST
    @Path("/{operator}/confirmation")
    @Idempotent
    public Response confirm(@PathParam("operator") OperatorId operator, @Valid @NotNull ConfirmationRequest request) {
        return Response.ok(PartnerView.of(invitations.confirm(operator, request.fingerprint())))
                .build();
    }

    private static Set<String> hosts(InvitationRequest request) {
        return Optional.ofNullable(request.hosts()).orElse(Set.of());
    }
}
