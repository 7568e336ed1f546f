package org.entente.broker.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.entente.broker.openstack.OpenStackSession.Outgoing;
import org.openstack4j.api.identity.EndpointURLResolver;
import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.model.identity.URLResolverParams;

/**
 * Sends openstack4j's requests to one service of one site through the session's own transport, so that they are bounded,
 * not redirected, and renew the log-in; openstack4j itself never sees a token. What is refused never reaches it either, as
 * it would take a 404 for an empty list.
 */
record SiteCalls(OpenStackSession session, ServiceType type) implements EndpointURLResolver, HttpExecutorService {
    /** Stands for the service's address until the call is sent: openstack4j would take a host such as v2.org for a version. */
    private static final String HERE = "site:";

    @Override
    public String findURLV3(URLResolverParams parameters) {
        return HERE;
    }

    @Override
    public String findURLV2(URLResolverParams parameters) {
        throw new IllegalStateException("Keystone v2 is not spoken.");
    }

    /** The answer to a call; one that tells of no success is thrown as {@link RefusedCall}. */
    @Override
    public <R> HttpResponse execute(HttpRequest<R> request) {
        Answer answer = session.send(type, outgoing(request));
        if (!answer.isSuccess()) {
            throw new RefusedCall(answer);
        }
        return new ModelAnswer(answer);
    }

    @Override
    public String getExecutorDisplayName() {
        return session.site();
    }

    private static Outgoing outgoing(HttpRequest<?> request) {
        String path = request.getUrl().substring(HERE.length());
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        if (request.getEntity() == null && !request.hasJson()) {
            return new Outgoing(request.getMethod().name(), path, headers, BodyPublishers.noBody());
        }
        headers.put("Content-Type", request.getContentType());
        return new Outgoing(request.getMethod().name(), path, headers, body(request));
    }

    private static BodyPublisher body(HttpRequest<?> request) {
        if (request.hasJson()) {
            return BodyPublishers.ofString(request.getJson());
        }
        try {
            return BodyPublishers.ofString(
                    ObjectMapperSingleton.getContext(request.getEntity().getClass())
                            .writeValueAsString(request.getEntity()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("openstack4j cannot write its own request.", unwritable);
        }
    }
}
