package org.entente.broker.order;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.exchange.Deliveries;
import org.entente.agreements.http.Tenants;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.offer.Prices;

/** Deployments: a tenant's own, or all of them for the operator's people. */
@Path("/api/v1/deployments")
@RolesAllowed({"devops", "engineer", "finance"})
public class DeploymentResource {
    private final Orders orders;
    private final Deliveries deliveries;
    private final Prices prices;
    private final Tenants tenants;
    private final SecurityIdentity caller;
    private final InstantSource clock;

    DeploymentResource(
            Orders orders,
            Deliveries deliveries,
            Prices prices,
            Tenants tenants,
            SecurityIdentity caller,
            InstantSource clock) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.prices = prices;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /** One page of deployments, the newest first. */
    public record PageView(List<DeploymentView> items, int page, int size, long total) {}

    @GET
    @Transactional
    public PageView list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        Optional<TenantId> tenant = visibleTenant();
        Instant now = clock.instant();
        Reasons reasons = new Reasons(deliveries.waiting());
        List<DeploymentView> items = orders.page(tenant, page, size).stream()
                .map(order -> DeploymentView.of(order, reasons, prices, now))
                .toList();
        return new PageView(items, page, size, orders.count(tenant));
    }

    @GET
    @Path("/{order}")
    @Transactional
    public DeploymentView get(@PathParam("order") OrderId order) {
        return view(visible(orders.findByIdOptional(order.value()), order));
    }

    /** Gives the deployment back. Asking again changes nothing. */
    @DELETE
    @Path("/{order}")
    @RolesAllowed("devops")
    @Transactional
    public Response end(@PathParam("order") OrderId order) {
        OrderEntity entity = visible(orders.lock(order), order);
        entity.giveBack(clock.instant());
        return Response.accepted(view(entity)).build();
    }

    private DeploymentView view(OrderEntity entity) {
        return DeploymentView.of(entity, new Reasons(deliveries.waiting()), prices, clock.instant());
    }

    private OrderEntity visible(Optional<OrderEntity> found, OrderId order) {
        Optional<TenantId> tenant = visibleTenant();
        return found.filter(entity ->
                        tenant.isEmpty() || tenant.map(TenantId::value).equals(Optional.ofNullable(entity.tenant)))
                .orElseThrow(() -> new ProblemException(
                        OrderProblem.DEPLOYMENT_UNKNOWN, "There is no deployment " + order + " of yours"));
    }

    /** The only tenant whose deployments the caller may see, or nothing for the operator's own people. */
    private Optional<TenantId> visibleTenant() {
        boolean operatorsOwn = caller.hasRole("engineer") || caller.hasRole("finance");
        return operatorsOwn ? Optional.empty() : Optional.of(tenants.current());
    }
}
