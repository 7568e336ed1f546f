package org.entente.server;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Serves the portal's one page for every route of its own, and tells browsers what it may load. */
@ApplicationScoped
public class PortalRoutes {
    private final String policy;

    PortalRoutes(@ConfigProperty(name = "quarkus.oidc.auth-server-url") URI realm) {
        String identity = realm.getScheme() + "://" + realm.getAuthority();
        this.policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' "
                + identity + "; frame-src " + identity + "; frame-ancestors 'self'";
    }

    void register(@Observes Router router) {
        router.route().order(-10).handler(context -> {
            context.response()
                    .putHeader("Content-Security-Policy", policy)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "same-origin");
            context.next();
        });
        router.getWithRegex("/(deployments|sites|agreements|usage|invoices|login|logout|signed-out)(/.*)?")
                .order(-5)
                .handler(context -> context.reroute("/index.html"));
    }
}
