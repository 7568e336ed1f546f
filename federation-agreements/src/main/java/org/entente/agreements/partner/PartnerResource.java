package org.entente.agreements.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.entente.agreements.language.OperatorId;

/** Partners, for operator engineers. */
@Path("/api/v1/partners")
@RolesAllowed("engineer")
public class PartnerResource {
    private final Invitations invitations;
    private final Partners partners;

    PartnerResource(Invitations invitations, Partners partners) {
        this.invitations = invitations;
        this.partners = partners;
    }

    /** An operator to invite, by the base URL of its server. */
    public record InvitationRequest(@NotNull URI url) {}

    /** The fingerprint that the partner's engineer read out. */
    public record ConfirmationRequest(@NotBlank String fingerprint) {}

    @GET
    public List<PartnerView> list() {
        return partners.all().stream().map(PartnerView::of).toList();
    }

    @POST
    public Response invite(@Valid @NotNull InvitationRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(PartnerView.of(invitations.invite(request.url())))
                .build();
    }

    @POST
    @Path("/{operator}/confirmation")
    public PartnerView confirm(
            @PathParam("operator") OperatorId operator, @Valid @NotNull ConfirmationRequest request) {
        return PartnerView.of(invitations.confirm(operator, request.fingerprint()));
    }
}
