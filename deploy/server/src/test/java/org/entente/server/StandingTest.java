package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner is suspended, resumed and ended by either side, and both know. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class StandingTest {
    @Inject
    EntityManager database;

    private BorealStub boreal;

    @BeforeEach
    void befriend() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
        boreal = new BorealStub();
        boreal.befriend();
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    @Test
    void nothingIsBegunWithASuspendedPartnerUntilItIsResumed() {
        change("suspension", "Two bills are unpaid").statusCode(202).body("state", equalTo("suspended"));

        handIn(order())
                .statusCode(403)
                .body("code", equalTo("PARTNER_NOT_ACTIVE"))
                .body("detail", containsString("Two bills are unpaid"));
        assertThat(count("agreements.inbox")).isZero();

        change("resumption", "The bills are paid").statusCode(202).body("state", equalTo("active"));
        handIn(order()).statusCode(200);
    }

    @Test
    void whatWasBegunGoesOnWithASuspendedPartner() {
        change("suspension", "Two bills are unpaid").statusCode(202);

        handIn(release()).statusCode(200);
        handIn(new PartnerNotice(Standing.SUSPENDED, "Your reports are late")).statusCode(200);
    }

    @Test
    void thePartnerIsToldOnceByASignedNotice() {
        String key = UUID.randomUUID().toString();
        change(key, "suspension", "Two bills are unpaid").statusCode(202);
        change(key, "suspension", "Two bills are unpaid").statusCode(202);
        change("suspension", "Two bills are still unpaid").statusCode(202);

        assertThat(count("agreements.outbox where document_type = 'partner-notice'"))
                .isEqualTo(1);
    }

    @Test
    void anEndedPartnerNeverComesBack() {
        change("end", "We part as friends").statusCode(202).body("state", equalTo("ended"));

        change("resumption", "We made up").statusCode(409).body("code", equalTo("PARTNER_STATE_FINAL"));
        handIn(release()).statusCode(403);
    }

    @Test
    void aPartnerThatSuspendedUsIsShownAndAskedForNothingNew() {
        handIn(new PartnerNotice(Standing.SUSPENDED, "Your reports are late")).statusCode(200);

        given().get("/api/v1/partners")
                .then()
                .statusCode(200)
                .body("[0].state", equalTo("active"))
                .body("[0].theirs", equalTo("suspended"))
                .body("[0].theirsReason", equalTo("Your reports are late"));

        handIn(new PartnerNotice(Standing.ACTIVE, "They are in")).statusCode(200);
        given().get("/api/v1/partners").then().body("[0].theirs", equalTo("active"));
    }

    @Test
    void aStandingNeedsAReasonAndAPartner() {
        change("suspension", " ").statusCode(400).body("code", equalTo("REQUEST_INVALID"));
        change("suspension", "x".repeat(501)).statusCode(400).body("code", equalTo("REQUEST_INVALID"));
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"reason\":\"Unknown\"}")
                .post("/api/v1/partners/cobalt/suspension")
                .then()
                .statusCode(404)
                .body("code", equalTo("PARTNER_UNKNOWN"));
        assertThat(count("agreements.outbox where document_type = 'partner-notice'"))
                .isZero();
    }

    private static ValidatableResponse change(String what, String reason) {
        return change(UUID.randomUUID().toString(), what, reason);
    }

    private static ValidatableResponse change(String key, String what, String reason) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"" + reason + "\"}")
                .post("/api/v1/partners/boreal/" + what)
                .then();
    }

    private ValidatableResponse handIn(DocumentBody body) {
        return given().contentType(SignedDocumentJson.MEDIA_TYPE)
                .body(boreal.signed(
                        BorealStub.document(body, InstantSource.system().instant())))
                .post("/peering/v1/documents")
                .then();
    }

    private static DocumentBody order() {
        return new OrderPlaced(
                new OrderId("order-" + UUID.randomUUID()),
                new AgreementId("never-signed"),
                InstantSource.system().instant().plusSeconds(60),
                List.of());
    }

    private static DocumentBody release() {
        return new ReleaseRequest(new OrderId("order-" + UUID.randomUUID()), List.of(new InstanceId("instance-1")));
    }

    private long count(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
