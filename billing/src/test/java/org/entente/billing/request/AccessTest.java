package org.entente.billing.request;

import static io.restassured.RestAssured.given;
import static org.entente.billing.Samples.ALBA;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import org.entente.billing.Peers;
import org.entente.billing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are for the operator's finance and engineers: a tenant's DevOps user sees nobody's, not even its own tenant's. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AccessTest {
    private static final String CLOSE = "/api/v1/periods/2026-10/close";

    @Inject
    Peers peers;

    @BeforeEach
    void processIsAlba() {
        peers.become(ALBA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/periods/2026-10",
                "/api/v1/charges?instance=vm-1&period=2026-10",
                "/api/v1/statements?period=2026-10",
                "/api/v1/statements/winter/2026-10",
                "/api/v1/invoices?period=2026-10",
                "/api/v1/invoices/ALBA-2026-000001",
                "/api/v1/invoices/ALBA-2026-000001/ubl.xml",
                "/api/v1/exports/focus.csv?period=2026-10",
                "/api/v1/exports/journal?period=2026-10"
            })
    void withoutLogInNothingIsShown(String path) {
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/periods/2026-10",
                "/api/v1/charges?instance=vm-1&period=2026-10",
                "/api/v1/statements?period=2026-10",
                "/api/v1/statements/winter/2026-10",
                "/api/v1/invoices?period=2026-10",
                "/api/v1/invoices/ALBA-2026-000001",
                "/api/v1/invoices/ALBA-2026-000001/ubl.xml",
                "/api/v1/exports/focus.csv?period=2026-10",
                "/api/v1/exports/journal?period=2026-10"
            })
    @TestSecurity(user = "ada", roles = "devops")
    void devOpsSeeNoAmounts(String path) {
        given().get(path).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/periods/2026-10",
                "/api/v1/charges?instance=vm-1&period=2026-10",
                "/api/v1/statements?period=2026-10",
                "/api/v1/invoices?period=2026-10",
                "/api/v1/exports/focus.csv?period=2026-10",
                "/api/v1/exports/journal?period=2026-10"
            })
    @TestSecurity(user = "erik", roles = "engineer")
    void engineersMayLook(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void withoutLogInNothingIsClosed() {
        given().header("Idempotency-Key", "nobody").post(CLOSE).then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void devOpsCloseNothing() {
        given().header("Idempotency-Key", "ada").post(CLOSE).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "erik", roles = "engineer")
    void engineersCloseNothing() {
        given().header("Idempotency-Key", "erik").post(CLOSE).then().statusCode(403);
    }
}
