package org.entente.broker.technology;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.kubernetes.KubernetesSite;
import org.entente.broker.openstack.OpenStackSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.InstanceStirred;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteConnections;
import org.jspecify.annotations.Nullable;

/**
 * The adapter for an endpoint. One is kept per address, account and region, with its log-in and connections; a changed
 * secret or authority replaces it.
 */
@ApplicationScoped
public class SiteAdapters implements SiteConnections {
    private final Vertx vertx;
    private final Consumer<InstanceId> stirred;
    private final VersionDocuments documents = new VersionDocuments();
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(Technology technology, URI address, String account, String region) {}

    private record Kept(Endpoint endpoint, Site site) {
        void close() {
            if (site instanceof KubernetesSite kubernetes) {
                kubernetes.close();
            }
        }
    }

    /** @param vertx carries the connections to all Kubernetes sites; its owner closes it */
    @Inject
    public SiteAdapters(Vertx vertx, Event<InstanceStirred> stirred) {
        this(vertx, instance -> {
            var unused = stirred.fireAsync(new InstanceStirred(instance));
        });
    }

    /** @param stirred is told of instances at which something changed, where a site tells it by itself */
    public SiteAdapters(Vertx vertx, Consumer<InstanceId> stirred) {
        this.vertx = vertx;
        this.stirred = stirred;
    }

    /** Adapters of which nobody is told anything. */
    public SiteAdapters(Vertx vertx) {
        this(vertx, instance -> {});
    }

    /** Does not call the site; a malformed account is refused as a {@code SiteException}. */
    @Override
    public Site at(Technology technology, Endpoint endpoint) {
        Key key = new Key(technology, endpoint.address(), endpoint.account(), endpoint.region());
        return kept.compute(key, (same, present) -> current(technology, endpoint, present))
                .site();
    }

    @Override
    public Recognition recognise(Endpoint endpoint) {
        return documents.recognise(endpoint);
    }

    @Override
    public void leave(Endpoint endpoint) {
        for (Technology technology : Technology.values()) {
            Kept left = kept.remove(new Key(technology, endpoint.address(), endpoint.account(), endpoint.region()));
            if (left != null) {
                left.close();
            }
        }
    }

    private Kept current(Technology technology, Endpoint endpoint, @Nullable Kept present) {
        if (present != null && present.endpoint().equals(endpoint)) {
            return present;
        }
        Kept fresh = new Kept(endpoint, made(technology, endpoint));
        if (present != null) {
            present.close();
        }
        return fresh;
    }

    private Site made(Technology technology, Endpoint endpoint) {
        return switch (technology) {
            case OPENSTACK -> new OpenStackSite(endpoint);
            case KUBERNETES -> new KubernetesSite(endpoint, vertx, stirred);
        };
    }

    @PreDestroy
    public void close() {
        kept.values().forEach(Kept::close);
        kept.clear();
    }
}
