package org.entente.commandline.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.entente.commandline.fake.FakeServer;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.openstack.ComputeClient.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComputeClientTest {
    private final FakeServer openStack = new FakeServer();

    @BeforeEach
    void routes() {
        openStack
                .on(
                        "POST",
                        "/v3/auth/tokens",
                        call -> call.body().contains("\"password\":\"right\"")
                                ? Reply.json(201, token()).with("X-Subject-Token", "t1")
                                : Reply.json(401, Map.of("error", Map.of("message", "no"))))
                .on(
                        "GET",
                        "/compute/servers/detail",
                        call -> Reply.json(
                                200,
                                Map.of("servers", List.of(server("s1", "ACTIVE", "i0"), server("s2", "BUILD", "i1")))))
                .on(
                        "GET",
                        "/compute/servers/s2",
                        call -> Reply.json(200, Map.of("server", server("s2", "ACTIVE", "i1"))))
                .on(
                        "GET",
                        "/compute/servers/s3",
                        call -> Reply.json(200, Map.of("server", server("s3", "DELETED", "i2"))))
                .on("GET", "/compute/servers/s4", call -> Reply.json(404, Map.of("itemNotFound", Map.of("code", 404))));
    }

    @AfterEach
    void close() {
        openStack.close();
    }

    @Test
    void serverIsFoundByWhatItCarries() {
        assertThat(logIn("right").carrying("i1")).map(Server::id).contains("s2");
        assertThat(logIn("right").carrying("i9")).isEmpty();
        assertThat(openStack.calls().getLast().header("X-auth-token")).isEqualTo("t1");
    }

    @Test
    void serverThatIsGoneOrDeletedIsAbsent() {
        ComputeClient compute = logIn("right");

        assertThat(compute.server("s2")).map(Server::status).contains("ACTIVE");
        assertThat(compute.server("s3")).isEmpty();
        assertThat(compute.server("s4")).isEmpty();
    }

    @Test
    void wrongSecretIsOneSentence() {
        assertThatThrownBy(() -> logIn("wrong"))
                .hasMessage("The lab's Keystone at " + openStack.url() + "/v3 refuses the account admin@lab");
    }

    @Test
    void labThatIsDownSaysHowToStartIt() {
        URI nowhere = URI.create("http://127.0.0.1:1/v3");

        assertThatThrownBy(() -> ComputeClient.logIn(new HttpCalls(), nowhere, "admin@lab", "right"))
                .hasMessage("The lab's Keystone does not answer at http://127.0.0.1:1/v3;"
                        + " start it with ./entente lab openstack");
    }

    private ComputeClient logIn(String secret) {
        return ComputeClient.logIn(new HttpCalls(), URI.create(openStack.url() + "/v3"), "admin@lab", secret);
    }

    private Map<String, Object> token() {
        return Map.of(
                "token",
                Map.of(
                        "catalog",
                        List.of(
                                Map.of("type", "image", "endpoints", List.of()),
                                Map.of(
                                        "type",
                                        "compute",
                                        "endpoints",
                                        List.of(
                                                Map.of("interface", "internal", "url", "http://127.0.0.1:1"),
                                                Map.of("interface", "public", "url", openStack.url() + "/compute"))))));
    }

    private static Map<String, Object> server(String id, String status, String instance) {
        return Map.of("id", id, "name", "n", "status", status, "metadata", Map.of("entente-instance", instance));
    }
}
