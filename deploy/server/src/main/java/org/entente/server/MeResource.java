package org.entente.server;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.http.Tenants;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.partner.OperatorConfig;

/** Who is logged in. */
@Path("/api/v1/me")
@Authenticated
public class MeResource {
    private static final Set<String> ROLES = Set.of("devops", "engineer", "finance");

    private final SecurityIdentity caller;
    private final Tenants tenants;
    private final OperatorConfig operator;

    MeResource(SecurityIdentity caller, Tenants tenants, OperatorConfig operator) {
        this.caller = caller;
        this.tenants = tenants;
        this.operator = operator;
    }

    /** The caller, and the operator whose server this is. */
    public record MeView(String user, List<String> roles, Optional<TenantId> tenant, OperatorView operator) {}

    @GET
    public MeView me() {
        return new MeView(
                caller.getPrincipal().getName(),
                caller.getRoles().stream().filter(ROLES::contains).sorted().toList(),
                tenants.find(),
                OperatorView.of(operator));
    }
}
