package org.entente.broker.technology;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that gives to each method and path the one answer that it was told to, and 404 to all else. */
public final class CannedSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private record Answer(int status, String contentType, String body) {}

    public CannedSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.createContext("/", exchange -> {
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            calls.add(call);
            Answer answer = answers.getOrDefault(call, new Answer(404, "text/plain", "nothing here"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("X-Subject-Token", "token");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers a call, for instance {@code GET /version}, with JSON. */
    public void answers(String call, int status, String json) {
        answers.put(call, new Answer(status, "application/json", json));
    }

    public void answersInHtml(String call, int status) {
        answers.put(call, new Answer(status, "text/html", "<html><body>Proxy</body></html>"));
    }

    /** How often a call came. */
    public long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
