package org.entente.broker.openstack;

import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;

/**
 * The way out that openstack4j finds by its service loader, one for the whole process. It opens no connection: each request
 * carries in its configuration the {@link SiteCalls} of the site that it is meant for, which send it. One without is a
 * defect of ours and goes nowhere.
 */
public final class Connector implements HttpExecutorService {
    /** For the service loader. */
    public Connector() {}

    @Override
    public <R> HttpResponse execute(HttpRequest<R> request) {
        // Asked for by openstack4j's own type, as its class loader may hold another copy of ours.
        if (request.getConfig().getEndpointURLResolver() instanceof HttpExecutorService site) {
            return site.execute(request);
        }
        throw new IllegalStateException("openstack4j was called outside of a site's session.");
    }

    @Override
    public String getExecutorDisplayName() {
        return "Entente";
    }
}
