package org.entente.broker.openstack;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;

/**
 * One log-in at a site, shared by threads. A call that is refused for its token logs in again, once, whichever of several
 * threads comes first; after a failed log-in the next call tries anew. What versions a service speaks is asked once per
 * log-in.
 */
final class OpenStackSession {
    private static final int TOKEN_REFUSED = 401;

    private final Endpoint endpoint;
    private final OpenStackAccount account;
    private final Transport transport;
    private final Map<ServiceType, Microversion.Range> versions = new ConcurrentHashMap<>();
    private @Nullable Token known;

    OpenStackSession(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.account = OpenStackAccount.of(endpoint.account());
        this.transport = new Transport(endpoint.address());
    }

    /** A service that the site must have. */
    Service service(ServiceType type) {
        token().catalogue().get(type);
        return new Service(this, type);
    }

    /** A service that the site may have: a small cloud runs without volumes, and may run without networks. */
    Optional<Service> optionalService(ServiceType type) {
        return token().catalogue().find(type).map(address -> new Service(this, type));
    }

    String site() {
        return transport.site();
    }

    /** The log-in in force; the first call makes it. */
    synchronized Token token() {
        Token current = known;
        if (current == null) {
            current = logIn();
            known = current;
        }
        return current;
    }

    /** The microversions of a service, of which one without any has none. */
    Microversion.Range versions(Service service) {
        Microversion.Range present = versions.get(service.type());
        if (present != null) {
            return present;
        }
        Microversion.Range asked = VersionDocument.of(service).microversions();
        versions.put(service.type(), asked);
        return asked;
    }

    /** A call with a short answer, whatever its status. */
    Answer send(ServiceType type, Outgoing call) {
        Token token = token();
        Answer answer = transport.send(request(type, call, token));
        if (answer.status() != TOKEN_REFUSED) {
            return answer;
        }
        Answer again = transport.send(request(type, call, renewed(token)));
        if (again.status() == TOKEN_REFUSED) {
            throw refusedLogIn();
        }
        return again;
    }

    /** A call whose body or answer is a file. The body must be readable twice. */
    <T> HttpResponse<T> transfer(ServiceType type, Outgoing call, BodyHandler<T> body, Duration timeout) {
        Token token = token();
        HttpResponse<T> answer = transport.answered(request(type, call, token), body, timeout);
        return answer.statusCode() == TOKEN_REFUSED
                ? transport.answered(request(type, call, renewed(token)), body, timeout)
                : answer;
    }

    /**
     * One call to a service.
     *
     * @param path below the service's address in the catalogue, or the whole address
     */
    record Outgoing(String method, String path, Map<String, String> headers, BodyPublisher body) {}

    private static HttpRequest.Builder request(ServiceType type, Outgoing call, Token token) {
        String address =
                call.path().startsWith("http") ? call.path() : token.catalogue().get(type) + call.path();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(call.method(), call.body())
                .header("X-Auth-Token", token.id())
                .header("Accept", "application/json, application/octet-stream");
        call.headers().forEach(request::header);
        return request;
    }

    private synchronized Token renewed(Token refused) {
        if (refused.equals(known)) {
            known = null;
            versions.clear();
        }
        return token();
    }

    private Token logIn() {
        String keystone = Catalogue.withoutTrailingSlash(endpoint.address().toString());
        Answer answer = transport.send(HttpRequest.newBuilder(URI.create(keystone + "/auth/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account.logIn(endpoint.secret()).toString())));
        if (answer.status() == TOKEN_REFUSED) {
            throw refusedLogIn();
        }
        return Token.of(answer, endpoint.region());
    }

    private SiteException refusedLogIn() {
        return new SiteException(
                SiteException.Code.UNAUTHORIZED, site() + " refused the log-in of " + endpoint.account() + ".");
    }
}
