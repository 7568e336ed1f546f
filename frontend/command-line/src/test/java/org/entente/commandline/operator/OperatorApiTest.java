package org.entente.commandline.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.commandline.fake.FakeServer;
import org.entente.commandline.fake.FakeServer.Call;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.ApiException;
import org.entente.commandline.http.HttpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorApiTest {
    private static final String TOKEN_PATH = "/realm/protocol/openid-connect/token";

    private final FakeServer server = new FakeServer();
    private Instant now = Instant.parse("2026-11-24T09:00:00Z");

    @BeforeEach
    void logIns() {
        server.on("POST", TOKEN_PATH, call -> Reply.json(200, Map.of("access_token", "abc", "expires_in", 300)));
        server.on("GET", "/api/v1/sites", call -> Reply.json(200, List.of()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tokenIsUsedUntilShortlyBeforeItExpires() {
        OperatorApi api = api(server.url());

        api.sites().all();
        now = now.plus(Duration.ofSeconds(269));
        api.sites().all();
        assertThat(logInCount()).isEqualTo(1);

        now = now.plus(Duration.ofSeconds(1));
        api.sites().all();
        assertThat(logInCount()).isEqualTo(2);
    }

    @Test
    void callsCarryTheTokenAndLogInsTheClient() {
        api(server.url()).sites().all();

        assertThat(server.calls().getFirst().body())
                .contains("grant_type=password", "client_id=command-line", "username=ada", "password=s%26t");
        assertThat(server.calls().getLast().header("Authorization")).isEqualTo("Bearer abc");
    }

    @Test
    void refusedLogInSaysWho() {
        server.on("POST", TOKEN_PATH, call -> Reply.json(401, Map.of("error", "invalid_grant")));

        assertThatThrownBy(() -> api(server.url()).sites().all())
                .isInstanceOf(ApiException.class)
                .hasMessage("Alba Edge does not let ada log in with this password")
                .asInstanceOf(type(ApiException.class))
                .extracting(ApiException::code)
                .isEqualTo(ApiException.LOG_IN_REFUSED);
    }

    @Test
    void problemKeepsItsCodeAndItsSentence() {
        server.on(
                "POST",
                "/api/v1/partners",
                call -> Reply.problem(422, "PARTNER_IS_SELF", "You cannot invite yourself"));

        assertThatThrownBy(() -> api(server.url()).partners().invite(server.url()))
                .hasMessageContaining("Alba Edge's server refused POST")
                .hasMessageEndingWith("You cannot invite yourself")
                .asInstanceOf(type(ApiException.class))
                .extracting(ApiException::code)
                .isEqualTo("PARTNER_IS_SELF");
    }

    @Test
    void answerThatIsNoProblemIsShownWithItsStatus() {
        server.on("GET", "/api/v1/sites", call -> new Reply(503, "text/html", Map.of(), "<h1>out\n of order</h1>"));

        assertThatThrownBy(() -> api(server.url()).sites().all())
                .hasMessageContaining("with status 503, expected [200]: <h1>out of order</h1>");
    }

    @Test
    void serverThatIsDownSaysHowToStartIt() {
        URI nowhere = URI.create("http://127.0.0.1:1");

        assertThatThrownBy(() -> api(nowhere).sites().all())
                .hasMessage("Alba Edge's server does not answer at http://127.0.0.1:1; start it with ./entente up")
                .asInstanceOf(type(ApiException.class))
                .extracting(ApiException::code)
                .isEqualTo(ApiException.UNREACHABLE);
    }

    @Test
    void identityProviderThatIsDownIsTheOneThatIsNamed() {
        URI nowhere = URI.create("http://127.0.0.1:1/realm");
        Operator operator = new Operator("alba", "Alba Edge", server.url(), nowhere);

        assertThatThrownBy(() -> new OperatorApi(new HttpCalls(), operator, new Account("ada", "ada"), () -> now)
                        .sites()
                        .all())
                .hasMessageStartingWith("Alba Edge's identity provider does not answer at " + nowhere);
    }

    @Test
    void missingMemberIsNamed() {
        server.on("GET", "/api/v1/partners", call -> Reply.json(200, List.of(Map.of("operator", "boreal"))));

        assertThatThrownBy(() -> api(server.url()).partners().all())
                .hasMessageContaining("in another shape than expected")
                .hasMessageContaining("'name'");
    }

    @Test
    void orderCarriesItsKeySoThatARepeatIsTheSameOrder() {
        server.on("POST", "/api/v1/orders", call -> Reply.json(202, Map.of("order", "o1", "state", "requested")));
        IdempotencyKey key = IdempotencyKey.fresh();

        api(server.url()).orders().place("shop", "q1", key);
        api(server.url()).orders().place("shop", "q1", key);

        List<Call> orders = server.calls().stream()
                .filter(call -> call.path().equals("/api/v1/orders"))
                .toList();
        assertThat(orders).extracting(call -> call.header("Idempotency-key")).containsExactly(key.value(), key.value());
        assertThat(orders.getFirst().body()).isEqualTo("{\"name\":\"shop\",\"quote\":\"q1\"}");
    }

    @Test
    void deploymentsAreReadPageAfterPage() {
        server.on("GET", "/api/v1/deployments", call -> {
            int page = call.query().startsWith("page=0") ? 0 : 1;
            return Reply.json(200, Map.of("items", List.of(deployment("o" + page)), "total", 2));
        });

        assertThat(api(server.url()).orders().deployments())
                .extracting(OrdersClient.DeploymentView::order)
                .containsExactly("o0", "o1");
    }

    private static Map<String, Object> deployment(String order) {
        return Map.of(
                "order", order,
                "name", "shop",
                "state", "active",
                "tenant", "acme",
                "createdAt", "2026-11-24T09:00:00Z",
                "currency", "EUR",
                "costSoFar", "0.10000000000001",
                "instances", List.of());
    }

    private long logInCount() {
        return server.calls().stream()
                .filter(call -> call.path().equals(TOKEN_PATH))
                .count();
    }

    private OperatorApi api(URI url) {
        Operator operator = new Operator("alba", "Alba Edge", url, URI.create(server.url() + "/realm"));
        return new OperatorApi(new HttpCalls(), operator, new Account("ada", "s&t"), () -> now);
    }
}
