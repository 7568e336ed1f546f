package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.PartnerNotice.Standing;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.Statement;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Window;
import org.entente.agreements.partner.ClosedPartners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner that vanished blocks nothing; should it come back, it is told by a signed document. */
@QuarkusTest
@TestProfile(VanishingProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class VanishedPartnerTest {
    private static final String PENDING = "agreements.outbox where answered_at is null";

    @Inject
    EntityManager database;

    @Inject
    ClosedPartners closed;

    @Inject
    Outbox outbox;

    private final AtomicBoolean answering = new AtomicBoolean();
    private final List<DocumentBody> told = new CopyOnWriteArrayList<>();
    private BorealStub boreal;

    @BeforeEach
    void befriend() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
        boreal = new BorealStub();
        boreal.serve(
                "/token",
                exchange -> BorealStub.reply(
                        exchange, "application/json", "{\"access_token\":\"token\",\"expires_in\":300}"));
        boreal.serve("/peering/v1/documents", this::receive);
        boreal.befriend();
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!answering.get()) {
            exchange.close();
            return;
        }
        SignedDocument document = SignedDocumentJson.read(text);
        told.add(DocumentCodec.read(document.payloadBytes()).body());
        BorealStub.reply(
                exchange,
                SignedDocumentJson.MEDIA_TYPE,
                boreal.signed(BorealStub.document(new Acknowledgement(), Alba.now(), List.of(document.hash()))));
    }

    @Test
    void aPartnerThatIsDeclaredVanishedIsClosedAtOnceAndWaitedForByNobody() {
        change("suspension", "Two bills are unpaid");
        change("vanishing", "The company is bankrupt");

        await().atMost(Duration.ofSeconds(30)).until(() -> count(PENDING) == 1);
        assertThat(count("agreements.outbox where rejection_code is null and answered_at is null"
                        + " and document_type = 'partner-notice'"))
                .as("the tombstone goes on trying")
                .isEqualTo(1);
        Alba.handIn(boreal.signed(BorealStub.document(Alba.release(), Alba.now())))
                .statusCode(403)
                .body("code", equalTo("PARTNER_NOT_ACTIVE"))
                .body("detail", containsString("The company is bankrupt"));
        assertThat(count("agreements.inbox")).as("nothing is stored").isZero();
        assertThat(closed.whyClosed(BorealStub.BOREAL)).contains("boreal is VANISHED: The company is bankrupt");
        Alba.post("/api/v1/partners/boreal/resumption", "{\"reason\":\"We made up\"}")
                .statusCode(409)
                .body("code", equalTo("PARTNER_STATE_FINAL"));
    }

    @Test
    void aPartnerThatComesBackGetsTheSignedNoticeAndIsEnded() {
        assertThat(closed.whyClosed(BorealStub.BOREAL)).isEmpty();
        change("vanishing", "The company is bankrupt");
        FinalStatement last = new FinalStatement(
                new Statement(
                        new AgreementId("alba-boreal"),
                        YearMonth.of(2026, 10),
                        new Window(Instant.parse("2026-09-30T22:00:00Z"), Instant.parse("2026-10-31T23:00:00Z")),
                        List.of(),
                        Money.of("EUR", "0")),
                "boreal is VANISHED: The company is bankrupt");
        QuarkusTransaction.requiringNew().run(() -> outbox.send(BorealStub.BOREAL, last, List.of()));

        answering.set(true);

        await().atMost(Duration.ofSeconds(30)).until(() -> told.contains(last));
        assertThat(told).startsWith(new PartnerNotice(Standing.VANISHED, "The company is bankrupt"), last);
        given().get("/api/v1/partners")
                .then()
                .body("[0].state", equalTo("ended"))
                .body("[0].stateReason", containsString("came back"));
        assertThat(closed.whyClosed(BorealStub.BOREAL)).isPresent();
    }

    @Test
    void aPartnerThatIsSilentForTooLongVanishesByItself() {
        change("suspension", "Two bills are unpaid");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> closed.whyClosed(BorealStub.BOREAL).isPresent());

        given().get("/api/v1/partners")
                .then()
                .body("[0].state", equalTo("vanished"))
                .body("[0].stateReason", containsString("Nothing was heard since"));
        await().atMost(Duration.ofSeconds(30)).until(() -> count(PENDING) == 1);
    }

    @Test
    void nothingWaitsForAPartnerThatClosedUs() {
        Alba.handIn(boreal.signed(
                        BorealStub.document(new PartnerNotice(Standing.VANISHED, "You were silent"), Alba.now())))
                .statusCode(200);
        change("suspension", "Two bills are unpaid");

        await().atMost(Duration.ofSeconds(30)).until(() -> count(PENDING) == 0);
        assertThat(count("agreements.outbox where rejection_code = 'PARTNER_NOT_ACTIVE'"))
                .isEqualTo(1);
        assertThat(closed.whyClosed(BorealStub.BOREAL)).contains("boreal has VANISHED us: You were silent");
    }

    private static void change(String what, String reason) {
        Alba.post("/api/v1/partners/boreal/" + what, "{\"reason\":\"" + reason + "\"}")
                .statusCode(202);
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from " + table)
                                .getSingleResult())
                        .longValue());
    }
}
