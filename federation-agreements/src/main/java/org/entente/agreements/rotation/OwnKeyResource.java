package org.entente.agreements.rotation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.idempotency.Idempotent;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.signing.Confirmations;
import org.entente.agreements.signing.OwnKeys;
import org.jspecify.annotations.Nullable;

/** This operator's own keys, for its engineers. Nothing here ever shows a private key. */
@Path("/api/v1/keys")
@RolesAllowed("engineer")
public class OwnKeyResource {
    private final OwnKeys keys;
    private final Confirmations confirmations;
    private final KeyChanges changes;

    OwnKeyResource(OwnKeys keys, Confirmations confirmations, KeyChanges changes) {
        this.keys = keys;
        this.confirmations = confirmations;
        this.changes = changes;
    }

    /**
     * A key that was made in the key store or token, to be announced.
     *
     * @param validFrom from when it counts; at once where absent
     * @param retires until when the key before it counts; where absent, as long as configured
     */
    public record AnnouncementRequest(
            @NotBlank String alias,
            @Nullable Instant validFrom,
            @Nullable Instant retires) {}

    /** All keys this operator ever signed with, oldest first. */
    @GET
    public List<KeyView> list() {
        return keys.history().keys().stream().map(this::view).toList();
    }

    @POST
    @Idempotent
    public Response announce(@Valid @NotNull AnnouncementRequest request) {
        KeyChanges.Times times =
                new KeyChanges.Times(Optional.ofNullable(request.validFrom()), Optional.ofNullable(request.retires()));
        return Response.accepted(view(changes.announce(request.alias(), times))).build();
    }

    @POST
    @Path("/{keyId}/revocation")
    @Idempotent
    public Response revoke(@PathParam("keyId") String keyId, @Valid @NotNull RevocationRequest request) {
        changes.revoke(keyId, request.from(), request.reason());
        return Response.accepted(view(keys.history().key(keyId).orElseThrow())).build();
    }

    private KeyView view(PublishedKey key) {
        return KeyView.of(key, confirmations.of(key.id()));
    }
}
