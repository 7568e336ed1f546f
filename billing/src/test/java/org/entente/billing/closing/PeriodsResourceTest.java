package org.entente.billing.closing;

import static io.restassured.RestAssured.given;
import static org.entente.billing.Samples.ALBA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.entente.billing.BilledMonth;
import org.entente.billing.Months;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "fina", roles = "finance")
class PeriodsResourceTest {
    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void monthBegins() {
        postbox.empty();
        month = months.begin();
        peers.become(ALBA);
    }

    @Test
    void nobodyAskedToCloseItYet() {
        given().get("/api/v1/periods/" + month.period())
                .then()
                .statusCode(200)
                .body("period", equalTo(month.period().toString()))
                .body("window.from", equalTo(month.window().from().toString()))
                .body("window.to", equalTo(month.window().to().toString()))
                .body("state", equalTo("OPEN"))
                .body("statements", empty())
                .body("invoices", empty())
                .body("waits", empty());
    }

    @Test
    void monthThatHasNotEndedIsNotClosed() {
        close(month.period(), "early")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("PERIOD_NOT_ENDED"))
                .body(
                        "detail",
                        equalTo("The period " + month.period() + " ends at "
                                + month.window().to() + ", and it is "
                                + month.window().from() + " now"));
    }

    @Test
    void wishIsTakenAndShownWithWhatItWaitsFor() {
        months.knownUse(month);
        months.end(month);

        close(month.period(), "wish-" + month.period())
                .statusCode(202)
                .header("Location", endsWith("/api/v1/periods/" + month.period()))
                .body("state", equalTo("CLOSING"))
                .body("waits.owner", hasItem("alba"))
                .body("waits.reason", hasItem("It waits until the use that was metered is rated"));
        close(month.period(), "wish-" + month.period()).statusCode(202).body("state", equalTo("CLOSING"));
    }

    @Test
    void closedMonthShowsBothTotalsAndEveryInvoice() {
        months.knownUse(month);
        months.end(month);
        operators.close(month);

        given().get("/api/v1/periods/" + month.period())
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("statements.ownTotal", contains("41.22602041666667"))
                .body("statements.statedTotal", contains("41.22602041666667"))
                .body("statements.equal", contains(true))
                .body("invoices.issuer", contains("alba", "boreal"))
                .body("invoices.buyer", contains("acme", "alba"))
                .body("invoices.payable", contains("55.73", "41.23"))
                .body("invoices.currency", contains("EUR", "EUR"))
                .body("waits", empty());
    }

    @Test
    void keyOfAnotherMonthIsAConflict() {
        months.end(month);
        close(month.period(), "reused-" + month.period()).statusCode(202);

        close(month.period().minusMonths(1), "reused-" + month.period())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "slash/slash",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void keyMustHaveItsForm(String key) {
        close(month.period(), key)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("PARAMETER_INVALID"))
                .body("detail", equalTo("The header Idempotency-Key must have 1 to 64 letters, digits or . _ : -"));
    }

    @Test
    void keyMustBeGiven() {
        given().post("/api/v1/periods/" + month.period() + "/close").then().statusCode(422);
    }

    private static ValidatableResponse close(YearMonth period, String key) {
        return given().header("Idempotency-Key", key)
                .post("/api/v1/periods/" + period + "/close")
                .then();
    }
}
