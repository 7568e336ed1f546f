package org.entente.billing.invoice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.Set;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.billing.BilledMonth;
import org.entente.billing.Books;
import org.entente.billing.Months;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.TwoOperators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "fina", roles = "finance")
class InvoicesResourceTest {
    private static final String INVOICES = "/api/v1/invoices";

    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    @Inject
    Books books;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void aMonthIsClosed() {
        postbox.empty();
        month = months.ended();
        operators.close(month);
    }

    @Test
    void monthListsWhatWasIssuedAndReceivedInPages() {
        peers.become(ALBA);
        given().get(INVOICES + "?period=" + month.period())
                .then()
                .statusCode(200)
                .body("issuer", contains("alba", "boreal"))
                .body("state", contains("ISSUED", "RECEIVED"))
                .body("payable", contains("55.73", "41.23"));
        given().get(INVOICES + "?period=" + month.period() + "&page=1&size=1")
                .then()
                .statusCode(200)
                .body("issuer", contains("boreal"));
        given().get(INVOICES + "?period=1999-01").then().statusCode(200).body("$", hasSize(0));
    }

    @Test
    void invoiceShowsEveryLineWithItsExactAmount() {
        given().get(INVOICES + "/" + numberAt(BOREAL))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("buyer", equalTo("alba"))
                .body("agreement", equalTo(month.id().value()))
                .body("period", equalTo(month.period().toString()))
                .body("net", equalTo("41.23"))
                .body("taxPercent", equalTo("0"))
                .body("tax", equalTo("0.00"))
                .body("payable", equalTo("41.23"))
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("$", not(hasKey("reason")))
                .body("lines.instance", contains("pods-1", "vm-1", "vm-1"))
                .body("lines.priceLine", contains("pod-vcpu", "vm-memory", "vm-vcpu"))
                .body("lines.quantity", contains("180003.5", "10713600", "5356800"))
                .body("lines.exactAmount", contains("1.05002041666667", "13.392", "26.784"))
                .body("lines.amount", contains("1.05", "13.39", "26.79"));
    }

    @Test
    void invoiceBetweenOperatorsIsTheIssuersSignedDocumentAtBoth() {
        String number = numberAt(BOREAL);
        for (OperatorId operator : new OperatorId[] {BOREAL, ALBA}) {
            peers.become(operator);
            String text = given().accept("application/jose+json")
                    .get(INVOICES + "/" + number)
                    .then()
                    .statusCode(200)
                    .contentType(SignedDocumentJson.MEDIA_TYPE)
                    .extract()
                    .asString();

            VerifiedDocument<?> document = peers.verified(SignedDocumentJson.read(text));
            assertThat(document.signers()).isEqualTo(Set.of(BOREAL));
            assertThat(((Invoice) document.body()).number()).isEqualTo(number);
        }
    }

    @Test
    void whoeverTakesAnythingGetsTheData() {
        for (OperatorId operator : new OperatorId[] {BOREAL, ALBA}) {
            given().accept("*/*")
                    .get(INVOICES + "/" + numberAt(operator))
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("issuer", equalTo(operator.value()));
        }
    }

    @Test
    void invoiceToATenantIsNoSignedDocument() {
        given().accept("application/jose+json")
                .get(INVOICES + "/" + numberAt(ALBA))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("INVOICE_NOT_SIGNED"));
    }

    /** The number of the invoice that an operator issued in the month. */
    private String numberAt(OperatorId operator) {
        return books.rows(
                        operator,
                        "select number from billing.invoice where issuer = ? and period = ?",
                        operator.value(),
                        month.period().toString())
                .getFirst();
    }
}
