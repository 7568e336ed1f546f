package org.entente.broker.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.agreements.language.TenantId;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant places an order: once for its key, of its own quote, while that is binding. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "ada", roles = "devops")
@OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
class OrderResourceTest {
    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Orders orders;

    @Inject
    MovableClock clock;

    @BeforeEach
    void begin() {
        federation.begin();
        federation.connect(PARIS);
    }

    @Test
    void isPlacedOnceForItsKey() {
        UUID quote = quote();
        String order = place("key-1", "web", quote)
                .then()
                .statusCode(202)
                .body("state", equalTo("requested"))
                .extract()
                .path("order");

        place("key-1", "web", quote)
                .then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/deployments/" + order))
                .body("order", equalTo(order));

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void isPlacedOnceForItsKeyHoweverManyAskAtOnce() throws Exception {
        UUID quote = quote();
        Callable<String> asking = () ->
                place("key-1", "web", quote).then().statusCode(202).extract().path("order");
        Set<String> placed = new HashSet<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> order : threads.invokeAll(Collections.nCopies(24, asking))) {
                placed.add(order.get());
            }
        }

        assertThat(placed).hasSize(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void isAConflictWithOtherContentUnderTheSameKey() {
        UUID quote = quote();
        place("key-1", "web", quote).then().statusCode(202);

        place("key-1", "other", quote).then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        place("key-1", "web", quote()).then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void isAllOrNothingUnlessItSaysThatItIsWantedInPartToo() {
        String whole = place("key-1", "web", quote()).then().extract().path("order");
        UUID quote = quote();
        String partial = place("key-2", quote, "PARTIAL")
                .then()
                .statusCode(202)
                .extract()
                .path("order");

        place("key-2", quote, "ALL").then().statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        place("key-3", quote, "SOME").then().statusCode(400);
        given().get("/api/v1/deployments/" + whole).then().body("completeness", equalTo("ALL"));
        given().get("/api/v1/deployments/" + partial).then().body("completeness", equalTo("PARTIAL"));
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void isRefusedWithoutAKeyANameOrAQuoteOfItsOwn() {
        given().contentType("application/json")
                .body("{\"name\":\"web\",\"quote\":\"" + quote() + "\"}")
                .post("/api/v1/orders")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        place("k".repeat(129), "web", quote()).then().statusCode(422);
        place("key-2", "Not a name", quote()).then().statusCode(400);
        place("key-3", "web", UUID.randomUUID()).then().statusCode(404).body("code", equalTo("QUOTE_UNKNOWN"));
        place("key-4", "web", deployments.quote(new TenantId("globex"), AT_PARIS))
                .then()
                .statusCode(404)
                .body("code", equalTo("QUOTE_UNKNOWN"));

        assertThat(stored()).isZero();
    }

    @Test
    void isRefusedOnceItsQuoteIsNotBindingAnyMore() {
        UUID quote = quote();
        clock.forward(Duration.ofMinutes(15));

        place("key-1", "web", quote).then().statusCode(409).body("code", equalTo("QUOTE_EXPIRED"));

        assertThat(stored()).isZero();
    }

    @Test
    @TestSecurity(
            user = "erik",
            roles = {"engineer", "finance"})
    void isNotForTheOperatorsOwnPeople() {
        place("key-1", "web", quote()).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "dora", roles = "devops")
    @OidcSecurity
    void isNotForAnAccountWithoutATenant() {
        place("key-1", "web", quote()).then().statusCode(403).body("code", equalTo("TENANT_MISSING"));
    }

    private UUID quote() {
        return deployments.quote(Deployments.ACME, AT_PARIS);
    }

    private long stored() {
        return QuarkusTransaction.requiringNew().call(() -> orders.count());
    }

    private static Response place(String key, UUID quote, String completeness) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"web\",\"quote\":\"" + quote + "\",\"completeness\":\"" + completeness + "\"}")
                .post("/api/v1/orders");
    }

    private static Response place(String key, String name, UUID quote) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"" + name + "\",\"quote\":\"" + quote + "\"}")
                .post("/api/v1/orders");
    }
}
