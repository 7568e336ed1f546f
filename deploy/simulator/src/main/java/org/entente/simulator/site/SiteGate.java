package org.entente.simulator.site;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Stands before every call to a site's API ({@code /openstack/SITE/…}, {@code /kubernetes/SITE/…}): closes the
 * connection of an unreachable site without an answer, leaves a silent one without, lets answers wait, and lets every so
 * many calls fail, in the service's own form.
 */
@ApplicationScoped
public class SiteGate {
    private static final int BEFORE_ROUTES = 1000;

    private final SimulatedSites sites;

    public SiteGate(SimulatedSites sites) {
        this.sites = sites;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ROUTES);
    }

    private void pass(RoutingContext call) {
        String[] path = call.normalizedPath().split("/", 4);
        if (path.length < 3 || !(path[1].equals("openstack") || path[1].equals("kubernetes"))) {
            call.next();
            return;
        }
        Optional<SimulatedSite> site = sites.named(path[2]);
        if (site.isEmpty()) {
            answer(call, 404, failure(path[1], 404, "No site '" + path[2] + "' can be simulated."));
        } else if (site.get().switches().unreachable()) {
            call.request().connection().close();
        } else if (!site.get().switches().silent()) {
            later(call, site.get().switches().answerDelayMillis(), () -> answered(call, path[1], site.get()));
        }
    }

    /** A call that waits takes no thread. */
    private static void later(RoutingContext call, long millis, Runnable then) {
        if (millis == 0) {
            then.run();
        } else {
            call.request().pause();
            call.vertx().setTimer(millis, timer -> {
                call.request().resume();
                then.run();
            });
        }
    }

    private static void answered(RoutingContext call, String technology, SimulatedSite site) {
        if (site.failsNow()) {
            answer(call, 500, failure(technology, 500, "Unexpected API Error, as the site's switches demand."));
        } else {
            call.next();
        }
    }

    private static void answer(RoutingContext call, int status, JsonObject body) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.encode());
    }

    private static JsonObject failure(String technology, int status, String message) {
        return technology.equals("openstack")
                ? new JsonObject()
                        .put(
                                "computeFault",
                                new JsonObject().put("code", status).put("message", message))
                : new JsonObject()
                        .put("kind", "Status")
                        .put("apiVersion", "v1")
                        .put("status", "Failure")
                        .put("message", message)
                        .put("reason", status == 404 ? "NotFound" : "InternalError")
                        .put("code", status);
    }
}
