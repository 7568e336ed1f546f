package org.entente.billing.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

/** The files of a closed month, read by others' rules. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "fina", roles = "finance")
class ExportsResourceTest {
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
    void costAndUsageFileKeepsEveryRuleAndComesToWhatIsToBePaid() {
        List<FocusRow> retail = FocusFile.read(new StringReader(focusOf(ALBA)));
        List<FocusRow> wholesale = FocusFile.read(new StringReader(focusOf(BOREAL)));

        assertThat(FocusCheck.of(retail)).isEmpty();
        assertThat(FocusCheck.ofInvoices(retail, Map.of(numberAt(ALBA), new BigDecimal("55.73"))))
                .isEmpty();
        assertThat(FocusCheck.of(wholesale)).isEmpty();
        assertThat(FocusCheck.ofInvoices(wholesale, Map.of(numberAt(BOREAL), new BigDecimal("41.23"))))
                .isEmpty();
    }

    @Test
    void changedByteInTheFileIsFound() {
        String file = focusOf(ALBA);
        assertThat(file).contains(",44.64,");

        assertThat(FocusCheck.of(FocusFile.read(new StringReader(file.replaceFirst(",44.64,", ",44.65,")))))
                .isNotEmpty();
    }

    @Test
    void fileOfAMonthWithoutInvoicesIsAHeaderAlone() {
        peers.become(ALBA);
        String file = given().get("/api/v1/exports/focus.csv?period=1999-01")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(file.lines()).singleElement().asString().startsWith("AvailabilityZone,BilledCost,");
    }

    @Test
    void tenantsInvoiceKeepsThePublishedRules() {
        String xml = given().get("/api/v1/invoices/" + numberAt(ALBA) + "/ubl.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .header("Content-Disposition", equalTo("attachment; filename=\"" + numberAt(ALBA) + ".xml\""))
                .extract()
                .asString();

        assertThat(xml).contains("<cbc:PayableAmount currencyID=\"EUR\">55.73</cbc:PayableAmount>");
        assertThat(InvoiceRules.EN_16931.broken(xml)).isEmpty();
    }

    @Test
    void partyWithoutAnAddressIsNamed() {
        given().get("/api/v1/invoices/" + numberAt(BOREAL) + "/ubl.xml")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("PARTY_UNKNOWN"))
                .body(
                        "detail",
                        equalTo(
                                "There is no address and tax data of boreal; set entente.billing.party.operators.boreal.*"
                                        + " for it"));
    }

    private String focusOf(OperatorId operator) {
        peers.become(operator);
        return given().get("/api/v1/exports/focus.csv?period=" + month.period())
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"focus-" + operator + "-" + month.period() + ".csv\"")
                .extract()
                .asString();
    }

    private String numberAt(OperatorId operator) {
        return books.rows(
                        operator,
                        "select number from billing.invoice where issuer = ? and period = ?",
                        operator.value(),
                        month.period().toString())
                .getFirst();
    }
}
