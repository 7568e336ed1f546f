package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A mutating call that is sent again does nothing again. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
@TestSecurity(user = "erik", roles = "engineer")
class IdempotencyTest {
    @Inject
    EntityManager database;

    private final String key = UUID.randomUUID().toString();
    private final String site = "site-" + UUID.randomUUID();

    @Test
    void theSameCallGetsTheSameAnswerAndHappensOnce() {
        String first = connect(key, site).statusCode(201).extract().asString();

        assertThat(connect(key, site).statusCode(201).extract().asString()).isEqualTo(first);
        assertThat(count("broker.site", "site", site)).isEqualTo(1);
    }

    @Test
    void anotherKeyIsAnotherCall() {
        connect(key, site).statusCode(201);

        connect(key + "x", site).statusCode(409).body("code", equalTo("SITE_EXISTS"));
    }

    @Test
    void otherContentUnderTheSameKeyIsAConflict() {
        connect(key, site).statusCode(201);

        connect(key, site + "b").statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(count("broker.site", "site", site + "b")).isZero();
    }

    @Test
    @TestSecurity(user = "eva", roles = "engineer")
    void aKeyIsItsCallersOwn() {
        connect(key, site).statusCode(201);
        // The row is eva's: erik's keys, whatever they are, stand beside it.
        assertThat(count("agreements.idempotent_answer", "caller", "eva")).isPositive();
        assertThat(count("agreements.idempotent_answer", "idempotency_key", key))
                .isEqualTo(1);
    }

    @Test
    void aCallWithoutAKeyIsRefusedAndNothingIsStored() {
        connect("", site).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        connect("x".repeat(129), site).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        assertThat(count("broker.site", "site", site)).isZero();
    }

    @Test
    void aCallThatFailedMayBeSentAgain() {
        call(key, "{\"site\":\"" + site + "\"}").statusCode(400).body("detail", containsString("must not be null"));

        connect(key, site).statusCode(201);
    }

    @Test
    void equalCallsAtTheSameTimeHappenOnce() throws Exception {
        Callable<ExtractableResponse<Response>> same = () -> connect(key, site).extract();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<ExtractableResponse<Response>> answer :
                    callers.invokeAll(List.of(same, same, same, same, same, same, same, same))) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().path("site").toString()).isEqualTo(site);
            }
        }
        assertThat(count("broker.site", "site", site)).isEqualTo(1);
    }

    private static ValidatableResponse connect(String key, String site) {
        return call(key, """
                {"site": "%s", "name": "A site", "technology": "OPENSTACK", "address": "http://127.0.0.1:9/v3",
                 "account": "demo@demo", "secret": "secret", "country": "FR"}""".formatted(site));
    }

    private static ValidatableResponse call(String key, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/sites")
                .then();
    }

    private long count(String table, String column, String value) {
        return ((Number) database.createNativeQuery("select count(*) from " + table + " where " + column + " = :value")
                        .setParameter("value", value)
                        .getSingleResult())
                .longValue();
    }
}
