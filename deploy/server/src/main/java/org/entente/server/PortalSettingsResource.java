package org.entente.server;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.agreements.partner.OperatorConfig;

/** What the portal must know before anyone has logged in. */
@Path("/api/v1/portal-settings")
@PermitAll
public class PortalSettingsResource {
    private final OperatorConfig operator;
    private final String realm;

    PortalSettingsResource(
            OperatorConfig operator, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.operator = operator;
        this.realm = realm;
    }

    /** The operator, and where its people log in (OpenID Connect). */
    public record SettingsView(OperatorView operator, String authority, String clientId) {}

    @GET
    public SettingsView settings() {
        return new SettingsView(OperatorView.of(operator), realm, "portal");
    }
}
