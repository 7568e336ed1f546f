package org.entente.broker.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.http.Tenants;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Orders, for tenants. */
@Path("/api/v1/orders")
@RolesAllowed("devops")
public class OrderResource {
    private final TenantOrders tenantOrders;
    private final Tenants tenants;

    OrderResource(TenantOrders tenantOrders, Tenants tenants) {
        this.tenantOrders = tenantOrders;
        this.tenants = tenants;
    }

    /**
     * An order of everything in a quote.
     *
     * @param completeness what is wanted where some part cannot be made; all or nothing unless it is said
     * @param whenCutOff what may happen to what runs at a site of ours that cannot be reached; without it, it stays
     */
    public record PlaceRequest(
            @NotNull @Pattern(regexp = "[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?")
            String name,

            @NotNull UUID quote,
            Optional<Completeness> completeness,
            Optional<WhenCutOff> whenCutOff) {
        /** An order of all or nothing whose instances stay where they are. */
        public PlaceRequest(String name, UUID quote) {
            this(name, quote, Optional.empty(), Optional.empty());
        }

        Completeness wanted() {
            return completeness.orElse(Completeness.ALL);
        }

        WhenCutOff policy() {
            return whenCutOff.orElse(WhenCutOff.STAY);
        }
    }

    /** The order as stored, with its deployment under the Location header. */
    public record PlacedView(String order, String name, String state) {}

    @POST
    public Response place(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Valid @NotNull PlaceRequest request) {
        String key = checked(idempotencyKey);
        TenantId tenant = tenants.current();
        PlacedView placed = placed(tenant, key, request);
        return Response.accepted(placed)
                .location(URI.create("/api/v1/deployments/" + placed.order()))
                .build();
    }

    private PlacedView placed(TenantId tenant, String key, PlaceRequest request) {
        try {
            return tenantOrders.place(tenant, key, request);
        } catch (PersistenceException twice) {
            // The same request may have been stored a moment earlier: then its order is there now.
            return tenantOrders.earlier(tenant, key, request).orElseThrow(() -> twice);
        }
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > 128) {
            throw new ProblemException(
                    OrderProblem.IDEMPOTENCY_KEY_MISSING,
                    "An order needs a header Idempotency-Key of 1 to 128 characters that you made for it");
        }
        return key;
    }
}
