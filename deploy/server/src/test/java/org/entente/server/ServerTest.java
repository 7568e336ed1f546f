package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server as a whole: it starts, lets the right people in, and tells problems in one form. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
class ServerTest {
    @Test
    void isReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void publishesItsKeyForAnyone() {
        given().get("/.well-known/entente")
                .then()
                .statusCode(200)
                .body("operator", equalTo("alba"))
                .body("versions", contains("1"))
                .body("keys", hasSize(1));
        given().get("/.well-known/entente/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].crv", equalTo("Ed25519"))
                .body(not(containsString("\"d\"")));
    }

    @Test
    void publishesItsKeyHistoryAndTheDocumentsSchemasForAnyone() {
        given().get("/.well-known/entente/keys.json")
                .then()
                .statusCode(200)
                .body("operator", equalTo("alba"))
                .body("keys", hasSize(1))
                .body("keys[0].jwk.crv", equalTo("Ed25519"));
        given().get("/.well-known/entente/schemas/usage-report.json")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("properties.type.const", equalTo("usage-report"));
        given().get("/.well-known/entente/schemas/letter.json").then().statusCode(404);
    }

    @Test
    void letsNobodyInWithoutAToken() {
        given().get("/api/v1/deployments").then().statusCode(401);
        given().get("/api/v1/partners").then().statusCode(401);
        given().contentType("application/jose+json")
                .body("{}")
                .post("/peering/v1/documents")
                .then()
                .statusCode(401);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
    void tellsWhoIsLoggedIn() {
        given().get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("user", equalTo("ada"))
                .body("tenant", equalTo("acme"))
                .body("roles", contains("devops"))
                .body("operator.name", equalTo("Alba Edge"));
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
    void refusesAnEngineersWorkToATenant() {
        given().get("/api/v1/partners").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
    void tellsAProblemWithItsCode() {
        given().get("/api/v1/deployments/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("DEPLOYMENT_UNKNOWN"));
    }

    @Test
    @TestSecurity(user = "erik", roles = "engineer")
    void refusesAPartnerThatCannotBeReached() {
        given().contentType("application/json")
                .body("{\"url\":\"http://127.0.0.1:9\"}")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/partners")
                .then()
                .statusCode(502)
                .body("code", equalTo("PARTNER_UNREACHABLE"));
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void hasNoDevelopmentClockUnlessAskedFor() {
        given().get("/api/v1/development/clock").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void measurementsAreNotForTenants() {
        given().get("/q/metrics").then().statusCode(403);
    }

    @Test
    void measurementsAreNotForStrangers() {
        given().get("/q/metrics").then().statusCode(401);
    }
}
