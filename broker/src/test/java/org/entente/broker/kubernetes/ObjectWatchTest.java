package org.entente.broker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Endpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watch at an API server whose connections break and whose history is cut off. */
final class ObjectWatchTest {
    private static final String DEPLOYMENTS = "/apis/apps/v1/deployments";
    private static final String GONE = """
            {"type": "ERROR", "object": {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "Expired",\
             "code": 410, "message": "too old resource version: 1 (9)"}}
            """;
    private static final String ONE = """
            {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "workload", "namespace": "n",\
             "uid": "u", "resourceVersion": "%d",\
             "labels": {"entente.io/account": "alba", "entente.io/instance": "one"}}, "spec": {}}""";

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<String> lists = new ConcurrentLinkedQueue<>();
    private final Queue<String> watches = new ConcurrentLinkedQueue<>();
    private final List<InstanceId> stirred = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ObjectWatchTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void begin() {
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void compactedHistoryIsListedAnew() {
        lists.add("");
        lists.add(ONE.formatted(9));
        watches.add(GONE);

        awaitStirred();
    }

    @Test
    void brokenWatchIsBegunAgain() {
        lists.add("");
        watches.add("");
        watches.add("{\"type\": \"ADDED\", \"object\": " + ONE.formatted(2) + "}\n");

        awaitStirred();
    }

    private void awaitStirred() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (KubernetesSite site =
                new KubernetesSite(new Endpoint(address, "alba", "secret", ""), vertx, stirred::add)) {
            site.watch();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(stirred).contains(new InstanceId("one")));
        }
    }

    private void answer(HttpExchange call) throws IOException {
        boolean deployments = call.getRequestURI().getPath().equals(DEPLOYMENTS);
        String query = call.getRequestURI().getQuery();
        call.getResponseHeaders().set("Content-Type", "application/json");
        if (query == null || !query.contains("watch=true")) {
            String item = deployments && lists.size() > 1 ? lists.poll() : deployments ? lists.element() : "";
            send(call, """
                    {"kind": "%s", "apiVersion": "apps/v1", "metadata": {"resourceVersion": "1"}, "items": [%s]}""".formatted(deployments ? "DeploymentList" : "StatefulSetList", item));
        } else if (call.getRequestHeaders().containsKey("Upgrade")) {
            // Says that it speaks no WebSocket: the client goes on with an answer that is kept open.
            send(call, "{}");
        } else {
            watched(call, deployments ? watches.poll() : null);
        }
    }

    /** Sends the events and ends; without any, keeps the connection until the test is over. */
    private void watched(HttpExchange call, @Nullable String events) throws IOException {
        if (events == null) {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            call.close();
        } else {
            send(call, events);
        }
    }

    private static void send(HttpExchange call, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
