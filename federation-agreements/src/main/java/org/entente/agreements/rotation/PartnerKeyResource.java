package org.entente.agreements.rotation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.idempotency.IdempotentCalls;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.PartnerKeys;
import org.entente.agreements.partner.Partners;

/** A partner's keys, for operator engineers: what its documents cannot say is said over another channel. */
@Path("/api/v1/partners/{operator}/keys")
@RolesAllowed("engineer")
public class PartnerKeyResource {
    private final Partners partners;
    private final PartnerKeys keys;
    private final PartnerKeyLearning learning;

    private final IdempotentCalls calls;

    PartnerKeyResource(Partners partners, PartnerKeys keys, PartnerKeyLearning learning, IdempotentCalls calls) {
        this.partners = partners;
        this.keys = keys;
        this.learning = learning;
        this.calls = calls;
    }

    /** The fingerprint of a new key that the partner's engineer read out. */
    public record LearningRequest(@NotBlank String fingerprint) {}

    /** All keys this partner ever had here, oldest first. */
    @GET
    public List<KeyView> list(@PathParam("operator") OperatorId operator) {
        return keys.of(operator).stream().map(KeyView::of).toList();
    }

    /** The same as a key history, for verifying documents away from here. */
    @GET
    @Path("/history")
    @Produces(MediaType.APPLICATION_JSON)
    public String history(@PathParam("operator") OperatorId operator) {
        return KeyHistoryJson.write(partners.confirmed(operator).keys());
    }

    /** Takes the key with this fingerprint from what the partner publishes now, which is read outside any transaction. */
    @POST
    public Response learn(@PathParam("operator") OperatorId operator, @Valid @NotNull LearningRequest request) {
        return calls.once(
                calls.text(request),
                () -> learning.published(operator),
                published -> Response.ok(KeyView.of(learning.learn(operator, published, request.fingerprint())))
                        .build());
    }

    /** Believes nothing more that this key signed from a moment on, by the word of the partner's engineer. */
    @POST
    @Path("/{keyId}/revocation")
    @Idempotent
    public Response revoke(
            @PathParam("operator") OperatorId operator,
            @PathParam("keyId") String keyId,
            @Valid @NotNull RevocationRequest request) {
        keys.revoke(operator, keyId, request.from(), request.reason());
        return Response.accepted(list(operator)).build();
    }
}
