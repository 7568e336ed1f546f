package org.entente.billing.rating;

import static io.restassured.RestAssured.given;
import static org.entente.billing.Samples.ALBA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.entente.billing.BilledMonth;
import org.entente.billing.Months;
import org.entente.billing.Peers;
import org.entente.billing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "fina", roles = "finance")
class ChargesResourceTest {
    @Inject
    Months months;

    @Inject
    Peers peers;

    @Inject
    UsageRating rating;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void useIsRated() {
        month = months.ended();
        peers.become(ALBA);
        while (rating.rateBatch()) {
            // the next batch
        }
    }

    @Test
    void everyChargeNamesItsUseItsPriceAndItsAgreementVersion() {
        charges("vm-2", "")
                .body("total", equalTo(1))
                .body("items[0].side", equalTo("RETAIL"))
                .body("items[0].contract", equalTo("acme"))
                .body("items[0].operator", equalTo("alba"))
                .body("items[0].site", equalTo("lyon"))
                .body("items[0].from", equalTo(month.day(0).from().toString()))
                .body("items[0].to", equalTo(month.day(0).to().toString()))
                .body("items[0].usedBefore", equalTo("0"))
                .body("items[0].quantity", equalTo("36000"))
                .body("items[0].unitPrice", equalTo("0.03"))
                .body("items[0].per", equalTo("HOUR"))
                .body("items[0].amount", equalTo("0.3"));
        charges("pods-1", "&size=1")
                .body("items[0].side", equalTo("BOUGHT"))
                .body("items[0].contract", equalTo(month.id().value()))
                .body(
                        "items[0].agreementVersion",
                        equalTo(month.agreement().hash().value()));
    }

    @Test
    void chargesOfAnInstanceComeInPages() {
        // Four records of the VM are bought, and the three of its vCPU are sold to Acme.
        charges("vm-1", "&size=5").body("total", equalTo(7)).body("items", hasSize(5));
        charges("vm-1", "&size=5&page=1")
                .body("page", equalTo(1))
                .body("size", equalTo(5))
                .body("total", equalTo(7))
                .body("items", hasSize(2))
                .body("items.instance", everyItem(equalTo("vm-1")));
        charges("vm-1", "&size=5&page=2").body("items", hasSize(0));
    }

    @Test
    void useGoesOnFromTheRecordBefore() {
        // Alba learned of the days in the other order, so the last day comes first.
        charges("pods-1", "")
                .body("items.findAll { it.side == 'BOUGHT' }.usedBefore", contains("0", "60001.2", "120002.4"))
                .body("items.findAll { it.side == 'BOUGHT' }.quantity", contains("60001.2", "60001.2", "60001.1"));
    }

    @Test
    void instanceWithoutChargesHasAnEmptyPage() {
        charges("nobody", "").body("total", equalTo(0)).body("items", hasSize(0));
    }

    private ValidatableResponse charges(String instance, String more) {
        return given().get("/api/v1/charges?instance=" + instance + "&period=" + month.period() + more)
                .then()
                .statusCode(200);
    }
}
