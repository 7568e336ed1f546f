package org.entente.broker.technology;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives to each method and path the one answer that it was told to, and 404 to all else. */
public final class CannedSite implements AutoCloseable {
    private static final int HANG_UP = -1;
    private static final int ENDLESS = -2;
    private static final Answer NOTHING = new Answer(404, "text/plain", "nothing here");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answersOnce = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private record Answer(int status, String contentType, String body) {}

    public CannedSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        calls.add(call);
        Answer once = answersOnce.remove(call);
        Answer answer = once != null ? once : answers.getOrDefault(call, NOTHING);
        if (answer.status() == HANG_UP) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("X-Subject-Token", "token");
        if (answer.status() == ENDLESS) {
            writeWithoutEnd(exchange);
            return;
        }
        if (answer.status() == 302) {
            exchange.getResponseHeaders().set("Location", answer.body());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void writeWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) ' ');
        try {
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        } catch (IOException closed) {
            exchange.close();
        }
    }

    /** Answers a call with JSON one time, and from then on as it did before. */
    public void answersOnce(String call, int status, String json) {
        answersOnce.put(call, new Answer(status, "application/json", json));
    }

    /** Points a call elsewhere. */
    public void redirects(String call, String elsewhere) {
        answers.put(call, new Answer(302, "text/html", elsewhere));
    }

    /** Begins an answer to a call that never ends. */
    public void neverEnds(String call) {
        answers.put(call, new Answer(ENDLESS, "application/json", ""));
    }

    /** Takes a call once and closes its connection without an answer. */
    public void hangsUpOnce(String call) {
        answersOnce.put(call, new Answer(HANG_UP, "", ""));
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
        threads.shutdownNow();
    }
}
