package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.document.StatusNotice;
import org.entente.agreements.exchange.ExchangeProblem;
import org.entente.agreements.exchange.RateLimits;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hostile or broken partner can hand in at our door: each gets a coded no, and nothing of it is stored. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class DoorTest {
    @Inject
    EntityManager database;

    @Inject
    RateLimits limits;

    private BorealStub boreal;
    private long storedBefore;

    @BeforeEach
    void befriend() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
        boreal = new BorealStub();
        boreal.befriend();
        storedBefore = stored();
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    @Test
    void answersAGenuineDocumentWithASignedAnswer() {
        String answer =
                handIn(boreal.signed(release())).statusCode(200).extract().asString();

        assertThat(body(answer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ORDER_UNKNOWN"));
        assertThat(stored()).isEqualTo(storedBefore + 1);
    }

    @Test
    void answersARepeatWithTheSameBytes() {
        String document = boreal.signed(release());

        String first = handIn(document).statusCode(200).extract().asString();
        String second = handIn(document).statusCode(200).extract().asString();

        assertThat(second).isEqualTo(first);
        assertThat(stored()).isEqualTo(storedBefore + 1);
    }

    @Test
    void refusesAnotherDocumentUnderTheSameId() {
        Document<DocumentBody> one = release();
        Document<DocumentBody> other = new Document<>(
                one.id(), one.issuer(), one.audience(), one.issuedAt().plusMillis(1), one.buildsOn(), one.body());
        handIn(boreal.signed(one)).statusCode(200);

        handIn(boreal.signed(other)).statusCode(409).body("code", equalTo("DOCUMENT_ID_REUSED"));
    }

    @Test
    void refusesAStrangersSignature() {
        refuses(BorealStub.signed(release(), BorealStub.signer("boreal")), 422, "SIGNATURE_KEY_UNKNOWN");
    }

    @Test
    void refusesAChangedSignature() {
        String document = boreal.signed(release());
        int at = document.indexOf("\"signature\":\"") + 20;
        char other = document.charAt(at) == 'A' ? 'B' : 'A';

        refuses(document.substring(0, at) + other + document.substring(at + 1), 422, "DOCUMENT_REFUSED");
    }

    @Test
    void whatIsRefusedIsCountedForThosePermittedToSeeIt() {
        String document = boreal.signed(release());
        handIn(document.replace("\"payload\":\"", "\"payload\":\"x")).statusCode(422);

        String measured =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(measured)
                .contains(
                        "entente_partner_refusals_total{code=\"DOCUMENT_REFUSED\",partner=\"boreal\",whose=\"ours\"}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/metrics")
                        .asString()
                        .contains("entente_partner_waiting_seconds{partner=\"boreal\"} 0.0"));
    }

    @Test
    void refusesADocumentForSomebodyElse() {
        Document<DocumentBody> document = release();

        refuses(
                boreal.signed(new Document<>(
                        document.id(),
                        BorealStub.BOREAL,
                        new OperatorId("cobalt"),
                        document.issuedAt(),
                        List.of(),
                        document.body())),
                403,
                "AUDIENCE_WRONG");
    }

    @Test
    void refusesADocumentFromTheFuture() {
        refuses(
                boreal.signed(BorealStub.document(release().body(), now().plus(Duration.ofHours(1)))),
                422,
                "DOCUMENT_FROM_THE_FUTURE");
    }

    @Test
    void refusesADocumentFromLongAgo() {
        refuses(
                boreal.signed(BorealStub.document(
                        release().body(), now().minus(Duration.ofHours(12)).minus(Duration.ofDays(400)))),
                422,
                "DOCUMENT_TOO_OLD");
    }

    @Test
    void refusesATypeThatItNeverTakes() {
        refuses(boreal.signed(BorealStub.document(new Refusal("NO", "no"), now())), 422, "DOCUMENT_NOT_EXPECTED");
    }

    @Test
    void refusesWhatIsNoSignedDocument() {
        refuses("", 422, "DOCUMENT_REFUSED");
        refuses("[]", 422, "DOCUMENT_REFUSED");
        refuses("{\"payload\":\"e30\"}", 422, "DOCUMENT_REFUSED");
        refuses("{\"payload\":\"***\",\"signatures\":[]}", 422, "DOCUMENT_REFUSED");
        refuses("{\"payload\":\"e30\",\"signatures\":[null]}", 422, "DOCUMENT_REFUSED");
        refuses("{\"payload\":\"e30\",\"payload\":\"e30\",\"signatures\":[]}", 422, "DOCUMENT_REFUSED");
    }

    @Test
    void refusesAnOrderUnderAnAgreementThatIsNotThere() {
        OrderPlaced order = new OrderPlaced(
                new OrderId("order-1"), new AgreementId("never-signed"), now().plusSeconds(60), List.of());

        String answer = handIn(boreal.signed(BorealStub.document(order, now())))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body(answer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("AGREEMENT_UNKNOWN"));
    }

    @Test
    void refusesANoticeOfSomebodyElsesOrder() {
        String answer = handIn(boreal.signed(
                        BorealStub.document(new StatusNotice(new OrderId("not-yours"), List.of()), now())))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(body(answer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ORDER_UNKNOWN"));
    }

    @Test
    void refusesABodyLongerThanAnyDocument() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port).resolve("/peering/v1/documents"))
                .header("Content-Type", SignedDocumentJson.MEDIA_TYPE)
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(13 * 1024 * 1024)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        }
        assertThat(stored()).as("nothing is stored").isEqualTo(storedBefore);
    }

    @Test
    void refusesWhoKnocksTooOftenAndNobodyElse() {
        OperatorId eager = new OperatorId("eager");

        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> IntStream.range(0, 10_000).forEach(knock -> limits.count(eager)));

        assertThat(refused.code()).isEqualTo(ExchangeProblem.RATE_LIMIT_REACHED);
        assertThat(refused.code().kind().status()).isEqualTo(429);
        limits.count(new OperatorId("patient"));
        await().ignoreExceptions().untilAsserted(() -> limits.count(eager));
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "azp", value = "portal"))
    void letsOnlyPartnersBrokersIn() {
        handIn(boreal.signed(release())).statusCode(403).body("code", equalTo("CALLER_NOT_A_PARTNER"));
    }

    @Test
    @OidcSecurity(claims = @Claim(key = "azp", value = "partner-cobalt"))
    void letsNoStrangersBrokerIn() {
        handIn(boreal.signed(release())).statusCode(404).body("code", equalTo("PARTNER_UNKNOWN"));
    }

    private void refuses(String document, int status, String code) {
        handIn(document).statusCode(status).body("code", equalTo(code)).body("detail", containsString(" "));
        assertThat(stored()).as("nothing is stored").isEqualTo(storedBefore);
    }

    private static ValidatableResponse handIn(String document) {
        return given().contentType(SignedDocumentJson.MEDIA_TYPE)
                .body(document)
                .post("/peering/v1/documents")
                .then();
    }

    private static Document<DocumentBody> release() {
        return BorealStub.document(
                new ReleaseRequest(new OrderId("order-" + UUID.randomUUID()), List.of(new InstanceId("instance-1"))),
                now());
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private static DocumentBody body(String answer) {
        return DocumentCodec.read(SignedDocumentJson.read(answer).payloadBytes())
                .body();
    }

    private long stored() {
        return ((Number) database.createNativeQuery("select count(*) from agreements.inbox")
                        .getSingleResult())
                .longValue();
    }
}
