package org.entente.billing.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.billing.BilledMonth;
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
class StatementsResourceTest {
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
    void aMonthIsClosed() {
        postbox.empty();
        month = months.ended();
        operators.close(month);
    }

    @Test
    void monthListsItsStatementsAtBoth() {
        for (OperatorId operator : List.of(ALBA, BOREAL)) {
            peers.become(operator);
            given().get("/api/v1/statements?period=" + month.period())
                    .then()
                    .statusCode(200)
                    .body("agreement", contains(month.id().value()))
                    .body("host", contains("boreal"))
                    .body("home", contains("alba"))
                    .body("state", contains("ACCEPTED"))
                    .body("ownTotal", contains("41.22602041666667"))
                    .body("statedTotal", contains("41.22602041666667"))
                    .body("currency", contains("EUR"))
                    .body("equal", contains(true));
        }
    }

    @Test
    void documentCarriesBothSignaturesAtBoth() {
        String atHome = documentAt(ALBA);
        String atHost = documentAt(BOREAL);

        VerifiedDocument<?> document = peers.verified(SignedDocumentJson.read(atHome));
        assertThat(document.signers()).isEqualTo(Set.of(ALBA, BOREAL));
        assertThat(peers.verified(SignedDocumentJson.read(atHost)).hash()).isEqualTo(document.hash());
    }

    private String documentAt(OperatorId operator) {
        peers.become(operator);
        return given().get("/api/v1/statements/" + month.id() + "/" + month.period())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
