package org.entente.metering.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.metering.Peers.ALBA;
import static org.entente.metering.Peers.BOREAL;
import static org.entente.metering.Running.atHome;
import static org.entente.metering.Running.freshAgreement;
import static org.entente.metering.Running.freshInstance;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.UsageReport;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.metering.KnownAgreements;
import org.entente.metering.Peers;
import org.entente.metering.PostgresResource;
import org.entente.metering.observation.Observations;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UsageReportResourceTest {
    private static final String REPORTS = "/api/v1/usage-reports";
    private static final String START = "2026-11-30T22:00:00Z";
    private static final String MIDNIGHT = "2026-11-30T23:00:00Z";
    private static final String END = "2026-12-01T00:00:00Z";

    @Inject
    ReceivedReports received;

    @Inject
    Observations observations;

    @Inject
    KnownAgreements agreements;

    @Inject
    Peers peers;

    private final AgreementId agreement = freshAgreement();
    private final InstanceId instance = freshInstance();

    @Test
    void withoutLogInNothingIsShown() {
        given().get(REPORTS).then().statusCode(401);
        given().get(REPORTS + "/" + agreement + "/1").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void reportsAreNotForDevOps() {
        given().get(REPORTS).then().statusCode(403);
        given().get(REPORTS + "/" + agreement + "/1").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "fina", roles = "finance")
    void financeSeesAPeriodsReports() {
        DocumentHash november = receive(1, List.of(), START, MIDNIGHT, "7200");
        receive(2, List.of(november), MIDNIGHT, END, "1");

        list("?agreement=" + agreement)
                .body("total", equalTo(2))
                .body("items.number", contains(1, 2))
                .body("items.state", contains("COUNTERSIGNED", "REFUSED"))
                .body("items.period", contains("2026-11", "2026-12"))
                .body("items[0]", not(hasKey("reason")))
                .body("items[1].reason.code", equalTo("USAGE_DIFFERS"));
        list("?period=2026-11&agreement=" + agreement)
                .body("items", hasSize(1))
                .body("items[0].host", equalTo("boreal"))
                .body("items[0].home", equalTo("alba"))
                .body("items[0].records", equalTo(1))
                .body("items[0].from", equalTo(START))
                .body("items[0].to", equalTo(MIDNIGHT))
                .body("items[0].hash", equalTo(november.value()));
        list("?size=1&page=1&agreement=" + agreement).body("total", equalTo(2)).body("items.number", contains(2));
    }

    @Test
    @TestSecurity(user = "erik", roles = "engineer")
    void theDocumentItselfVerifies() {
        DocumentHash hash = receive(1, List.of(), START, MIDNIGHT, "7200");

        String text = given().get(REPORTS + "/" + agreement + "/1")
                .then()
                .statusCode(200)
                .contentType(SignedDocumentJson.MEDIA_TYPE)
                .extract()
                .asString();

        VerifiedDocument<?> document = peers.verified(SignedDocumentJson.read(text));
        assertThat(document.hash()).isEqualTo(hash);
        assertThat(document.signers()).isEqualTo(Set.of(ALBA, BOREAL));
    }

    @Test
    @TestSecurity(user = "fina", roles = "finance")
    void anUnknownReportIsNotFound() {
        given().get(REPORTS + "/" + agreement + "/1")
                .then()
                .statusCode(404)
                .body("code", equalTo("USAGE_REPORT_UNKNOWN"));
    }

    @Test
    @TestSecurity(user = "fina", roles = "finance")
    void wrongQuestionsAreRefused() {
        for (String wrong : List.of(
                "?period=2026-13", "?period=november", "?agreement=No%20Such", "?size=0", "?size=201", "?page=-1")) {
            given().get(REPORTS + wrong).then().statusCode(400);
        }
        given().get(REPORTS + "/" + agreement + "/0").then().statusCode(400);
    }

    private static ValidatableResponse list(String query) {
        return given().get(REPORTS + query).then().statusCode(200);
    }

    private DocumentHash receive(long number, List<DocumentHash> buildsOn, String from, String to, String quantity) {
        agreements.sign(agreement);
        UsageReport report = new UsageReport(
                agreement,
                number,
                List.of(new ReportedUsage(
                        instance,
                        new SiteId("nord"),
                        Technology.OPENSTACK,
                        new Window(Instant.parse(from), Instant.parse(to)),
                        new Quantity(Meter.VCPU, new BigDecimal(quantity)))));
        VerifiedDocument<UsageReport> signed =
                peers.signed(BOREAL, ALBA, Instant.parse("2027-01-01T00:00:00Z"), buildsOn, report);
        QuarkusTransaction.requiringNew().run(() -> {
            observations.started(atHome(instance, agreement, START));
            observations.ended(instance, Instant.parse(END));
            received.handle(signed);
        });
        return signed.hash();
    }
}
