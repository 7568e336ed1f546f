package org.entente.commandline.openstack;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.http.Answer;
import org.entente.commandline.http.Callee;
import org.entente.commandline.http.HttpCalls;

/** The servers of one project of an OpenStack, read from Nova (Compute API v2.1). */
public final class ComputeClient {
    private final HttpCalls http;
    private final KeystoneSession session;
    private final Callee nova;

    private ComputeClient(HttpCalls http, KeystoneSession session) {
        this.http = http;
        this.session = session;
        this.nova = new Callee("The lab's Nova", session.compute(), KeystoneSession.ADVICE);
    }

    /** Logs in. */
    public static ComputeClient logIn(HttpCalls http, URI keystone, String account, String secret) {
        return new ComputeClient(http, KeystoneSession.logIn(http, keystone, account, secret));
    }

    /** A server as Nova shows it: its status is for instance {@code ACTIVE}. */
    public record Server(String id, String name, String status, Map<String, String> metadata) {}

    private record Servers(List<Server> servers) {}

    private record OneServer(Server server) {}

    /** The server that carries this value in its metadata. */
    public Optional<Server> carrying(String value) {
        return get("/servers/detail").expect(200).as(new TypeReference<Servers>() {}).servers().stream()
                .filter(server -> server.metadata().containsValue(value))
                .findFirst();
    }

    /** The server of this id, absent once it is gone. */
    public Optional<Server> server(String id) {
        Answer answer = get("/servers/" + id).expect(200, 404);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(answer.as(new TypeReference<OneServer>() {}).server())
                .filter(server -> !server.status().equals("DELETED"));
    }

    private Answer get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(session.compute() + path))
                .timeout(HttpCalls.TIMEOUT)
                .header("X-Auth-Token", session.token())
                .header("Accept", "application/json")
                .build();
        return http.send(request, nova);
    }
}
