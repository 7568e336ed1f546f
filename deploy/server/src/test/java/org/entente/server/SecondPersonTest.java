package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Where the operator asks for it, what binds it takes two engineers. One story in three steps, each by somebody else. */
@QuarkusTest
@TestProfile(SecondPersonTest.TwoEngineers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondPersonTest {
    private static final String DEAL = "/api/v1/agreements/two-hands";

    @Inject
    EntityManager database;

    /** An operator that asks for a second person. */
    public static class TwoEngineers implements QuarkusTestProfile {
        private final AlbaProfile alba = new AlbaProfile();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(alba.getConfigOverrides());
            settings.put("entente.negotiation.second-person", "true");
            return settings;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return alba.testResources();
        }
    }

    @Test
    @Order(1)
    @TestSecurity(user = "erik", roles = "engineer")
    void whatOneEngineerProposesWaitsForAnother() throws IOException {
        try (BorealStub boreal = new BorealStub()) {
            boreal.befriend();
        }
        propose()
                .statusCode(202)
                .body("negotiation", equalTo("idle"))
                .body("proposals", hasSize(0))
                .body("waiting[0].who", containsString("other than erik"))
                .body("waiting[0].then", equalTo("the draft is dropped"));
        propose().statusCode(409).body("code", equalTo("APPROVAL_WAITING"));

        approve().statusCode(403).body("code", equalTo("APPROVAL_BY_SAME_PERSON"));
        given().get(DEAL).then().body("proposals", hasSize(0));
    }

    @Test
    @Order(2)
    @TestSecurity(user = "eva", roles = "engineer")
    void aSecondEngineerSendsItOnItsWay() {
        approve().statusCode(202).body("negotiation", equalTo("proposing")).body("proposals", hasSize(1));

        approve().statusCode(404).body("code", equalTo("APPROVAL_NOT_WAITING"));
    }

    @Test
    @Order(3)
    @TestSecurity(user = "fina", roles = "finance")
    void financeSeesItButHasNoSayInIt() {
        given().get(DEAL).then().statusCode(200);
        approve().statusCode(403);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
    }

    private static ValidatableResponse propose() {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"agreement": "two-hands", "home": "boreal", "from": "2026-01-01T00:00:00Z",
                         "to": "2045-01-01T00:00:00Z", "zones": ["north"], "currency": "EUR", "billingZone": "UTC",
                         "priceLines": [{"id": "cpu", "meter": "VCPU", "unitPrice": "0.012", "per": "HOUR"}],
                         "quota": {"instances": 10, "vcpu": "10", "memoryGib": "10"},
                         "settlement": {"tolerance": "0", "disputeDays": 10, "paymentDays": 30, "taxPercent": "0",
                                        "rounding": "HALF_EVEN"}}""")
                .post("/api/v1/agreements")
                .then();
    }

    private static ValidatableResponse approve() {
        return given().header("Idempotency-Key", UUID.randomUUID().toString())
                .post(DEAL + "/approval")
                .then();
    }
}
