package org.entente.billing.request;

import static io.restassured.RestAssured.given;
import static org.entente.billing.Samples.ALBA;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.entente.billing.Peers;
import org.entente.billing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense is answered with a problem (RFC 9457) that names the parameter, and never with a failure of ours. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "fina", roles = "finance")
class MalformedRequestsTest {
    private static final String MONTH = "The period must be a month such as 2026-11";

    @Inject
    Peers peers;

    @BeforeEach
    void processIsAlba() {
        peers.become(ALBA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026",
                "2026-13",
                "2026-00",
                "2026-1",
                "26-01",
                "2026-11-01",
                "-2026-11",
                "+2026-11",
                "+999999999-12",
                "november",
                "%20",
                "%00"
            })
    void periodMustBeAMonth(String period) {
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/periods/" + period))
                .body("detail", equalTo(MONTH));
        problem(
                        422,
                        "PARAMETER_INVALID",
                        given().header("Idempotency-Key", "odd").post("/api/v1/periods/" + period + "/close"))
                .body("detail", equalTo(MONTH));
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/statements/winter/" + period))
                .body("detail", equalTo(MONTH));
        for (String list : new String[] {
            "statements?", "invoices?", "exports/focus.csv?", "exports/journal?", "charges?instance=vm-1&"
        }) {
            problem(
                            422,
                            "PARAMETER_INVALID",
                            given().urlEncodingEnabled(false)
                                    .get("/api/v1/" + list + "period=" + period.replace("+", "%2B")))
                    .body("detail", equalTo(MONTH));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "invoices", "exports/focus.csv", "exports/journal", "charges?instance=vm-1"})
    void periodMustBeGiven(String list) {
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/" + list))
                .body("detail", equalTo("The parameter period is missing; it is a month such as 2026-11"));
    }

    @ParameterizedTest
    @CsvSource({
        "size=0, The parameter size must be 1 to 500",
        "size=-1, The parameter size must be 1 to 500",
        "size=501, The parameter size must be 1 to 500",
        "page=-1, The parameter page counts from 0",
        "page=2147483647&size=500, The parameter page is too great",
        "page=4294968&size=500, The parameter page is too great"
    })
    void pagesHaveLimits(String query, String sentence) {
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/invoices?period=2026-10&" + query))
                .body("detail", startsWith(sentence));
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/charges?instance=vm-1&period=2026-10&" + query))
                .body("detail", startsWith(sentence));
    }

    @Test
    void pageBehindTheLastIsEmpty() {
        given().get("/api/v1/invoices?period=2026-10&page=4294966&size=500")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
    }

    @Test
    void pageThatIsNoNumberIsAProblem() {
        given().get("/api/v1/invoices?period=2026-10&page=one")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void instanceMustBeAnIdentifier() {
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/charges?period=2026-10"))
                .body("detail", equalTo("The parameter instance is missing"));
        problem(422, "PARAMETER_INVALID", given().get("/api/v1/charges?instance=VM_1&period=2026-10"))
                .body("detail", startsWith("An instance's id must be"));
    }

    @Test
    void unknownThingsAreNotFound() {
        problem(404, "INVOICE_UNKNOWN", given().get("/api/v1/invoices/ALBA-1999-000001"))
                .body("detail", equalTo("There is no invoice ALBA-1999-000001"));
        problem(
                404,
                "INVOICE_UNKNOWN",
                given().accept("application/jose+json").get("/api/v1/invoices/ALBA-1999-000001"));
        problem(404, "INVOICE_UNKNOWN", given().get("/api/v1/invoices/ALBA-1999-000001/ubl.xml"));
        problem(404, "STATEMENT_UNKNOWN", given().get("/api/v1/statements/winter/1999-01"))
                .body("detail", equalTo("There is no statement under winter for 1999-01"));
        problem(400, "REQUEST_INVALID", given().get("/api/v1/statements/WINTER/1999-01"))
                .body("detail", startsWith("An agreement's id must be"));
    }

    private static ValidatableResponse problem(int status, String code, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }
}
