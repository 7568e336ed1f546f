package org.entente.commandline.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.commandline.http.Wire;

/** An HTTP server on a free port that answers by routes and remembers what it was asked. */
public final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** One request, with the groups that its route's pattern caught. */
    public record Call(
            String method,
            String path,
            String query,
            String body,
            Map<String, List<String>> headers,
            List<String> groups) {
        /** The first value of a header, or nothing at all. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** One answer. */
    public record Reply(int status, String mediaType, Map<String, String> headers, String body) {
        public static Reply json(int status, Object value) {
            return new Reply(status, "application/json", Map.of(), Wire.text(value));
        }

        public static Reply text(String mediaType, String body) {
            return new Reply(200, mediaType, Map.of(), body);
        }

        public static Reply problem(int status, String code, String detail) {
            return new Reply(
                    status,
                    "application/problem+json",
                    Map.of(),
                    Wire.text(Map.of("title", "Problem", "status", status, "code", code, "detail", detail)));
        }

        public Reply with(String header, String value) {
            return new Reply(status, mediaType, Map.of(header, value), body);
        }
    }

    private record Route(String method, Pattern path, Function<Call, Reply> answer) {}

    /** Adds a route. A later one goes before an earlier one. */
    public FakeServer on(String method, String path, Function<Call, Reply> answer) {
        routes.addFirst(new Route(method, Pattern.compile(path), answer));
        return this;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls that may change something, as {@code METHOD path}, without log-ins. */
    public List<String> writes() {
        return calls.stream()
                .filter(call -> !call.method().equals("GET") && !call.path().endsWith("/token"))
                .map(call -> call.method() + " " + call.path())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = reply(exchange, body);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply reply(HttpExchange exchange, String body) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                Call call = new Call(
                        method,
                        path,
                        String.valueOf(exchange.getRequestURI().getQuery()),
                        body,
                        Map.copyOf(exchange.getRequestHeaders()),
                        groups(matcher));
                calls.add(call);
                return route.answer().apply(call);
            }
        }
        return Reply.problem(404, "NOT_FOUND", "Nothing is at " + method + " " + path);
    }

    private static List<String> groups(Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group));
        }
        return groups;
    }
}
