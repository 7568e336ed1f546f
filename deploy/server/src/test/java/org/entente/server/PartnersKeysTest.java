package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.KeyChange;
import org.entente.agreements.document.KeyRevocation;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.partner.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner changes and revokes its keys: what each of them signed counts when it should, and never else. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class PartnersKeysTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    EntityManager database;

    private BorealStub boreal;
    private StubSigner next;

    @BeforeEach
    void befriend() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
        boreal = new BorealStub();
        boreal.befriend();
        next = StubSigner.from(Alba.now());
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    @Test
    void aNewKeyIsConfirmedByASignatureOverTheSameBytesAndThenCounts() {
        String document = BorealStub.signed(
                BorealStub.document(change(next, Alba.now().plus(WEEK)), Alba.now()), boreal.signer());

        SignedDocument confirmed = SignedDocumentJson.read(
                Alba.handIn(document).statusCode(200).extract().asString());

        assertThat(confirmed.payload())
                .isEqualTo(SignedDocumentJson.read(document).payload());
        assertThat(confirmed.signatures()).hasSize(2);
        Alba.handIn(Alba.release(), next).statusCode(200);
        Alba.handIn(Alba.release(), boreal.signer()).statusCode(200);
        given().get("/api/v1/partners/boreal/keys")
                .then()
                .statusCode(200)
                .body("[1].fingerprint", equalTo(Fingerprint.of(next.publishedKey())))
                .body("[1].introducedBy", equalTo(boreal.signer().publishedKey().id()))
                .body("[1].comparedAt", nullValue());
        given().get("/api/v1/partners").then().body("[0].fingerprint", equalTo(Fingerprint.of(next.publishedKey())));
    }

    @Test
    void aNewKeySignsNothingBeforeItsConfirmation() {
        refuses(signedNow(Alba.release(), next), "SIGNATURE_KEY_UNKNOWN");
        refuses(signedNow(change(next, Alba.now().plus(WEEK)), next), "SIGNATURE_KEY_UNKNOWN");
    }

    @Test
    void aNewKeySignsNothingBeforeItBeginsToCount() {
        StubSigner later = StubSigner.from(Alba.now().plus(Duration.ofHours(1)));
        Alba.handIn(change(later, Alba.now().plus(WEEK)), boreal.signer()).statusCode(200);

        refuses(signedNow(Alba.release(), later), "SIGNATURE_KEY_NOT_IN_USE");
    }

    @Test
    void aRetiredKeyCountsForWhatItSignedBeforeItsEnd() {
        Instant end = Alba.now().plusSeconds(60);
        Alba.handIn(change(next, end), boreal.signer()).statusCode(200);

        Alba.handIn(BorealStub.signed(BorealStub.document(Alba.release(), end.minusMillis(1)), boreal.signer()))
                .statusCode(200);
        refuses(
                BorealStub.signed(BorealStub.document(Alba.release(), end), boreal.signer()),
                "SIGNATURE_KEY_NOT_IN_USE");
        refuses(
                BorealStub.signed(BorealStub.document(Alba.release(), end.plusSeconds(30)), boreal.signer()),
                "SIGNATURE_KEY_NOT_IN_USE");
    }

    @Test
    void nothingNewIsTakenThatARevokedKeySigned() {
        Instant from = Alba.now().plusSeconds(5);
        String earlier = signedNow(Alba.release(), boreal.signer());
        String answer = Alba.handIn(earlier).statusCode(200).extract().asString();
        Alba.handIn(change(next, Alba.now().plus(WEEK)), boreal.signer()).statusCode(200);

        accepts(revocation(boreal.signer(), from), next);

        refuses(BorealStub.signed(BorealStub.document(Alba.release(), from), boreal.signer()), "SIGNATURE_KEY_REVOKED");
        refuses(signedNow(Alba.release(), boreal.signer()), "SIGNATURE_KEY_REVOKED");
        assertThat(Alba.handIn(earlier).statusCode(200).extract().asString()).isEqualTo(answer);
        Alba.handIn(Alba.release(), next).statusCode(200);
    }

    @Test
    void aRevocationByTheKeyItselfOrByOneThatItIntroducedIsNotBelieved() {
        Alba.handIn(change(next, Alba.now().plus(WEEK)), boreal.signer()).statusCode(200);
        KeyRevocation revocation = revocation(boreal.signer(), Alba.now().minusSeconds(60));

        assertThat(refusal(revocation, boreal.signer())).isEqualTo("REVOCATION_NOT_BELIEVED");
        assertThat(refusal(revocation, next)).isEqualTo("REVOCATION_NOT_BELIEVED");
        Alba.handIn(Alba.release(), boreal.signer()).statusCode(200);
    }

    @Test
    void whatNoDocumentCanProveTheEngineersSayOnThePhone() {
        Alba.handIn(change(next, Alba.now().plus(WEEK)), boreal.signer()).statusCode(200);
        boreal.publish(next.publishedKey());
        String stolen = boreal.signer().publishedKey().id();

        compare("0000-1111").statusCode(422).body("code", equalTo("FINGERPRINT_DIFFERS"));
        compare(Fingerprint.of(next.publishedKey())).statusCode(200);
        Alba.post(
                        "/api/v1/partners/boreal/keys/" + stolen + "/revocation",
                        "{\"from\":\"" + Alba.now().minusSeconds(3600) + "\",\"reason\":\"Eva called\"}")
                .statusCode(202);

        refuses(signedNow(Alba.release(), boreal.signer()), "SIGNATURE_KEY_REVOKED");
        Alba.handIn(Alba.release(), next).statusCode(200);
        given().get("/api/v1/partners/boreal/keys/history")
                .then()
                .statusCode(200)
                .body("keys.size()", equalTo(2));
    }

    @Test
    void aKeyThatFellWithAStolenOneComesBackOnceItsFingerprintIsCompared() {
        Alba.handIn(change(next, Alba.now().plus(WEEK)), boreal.signer()).statusCode(200);
        String stolen = boreal.signer().publishedKey().id();
        Alba.post(
                        "/api/v1/partners/boreal/keys/" + stolen + "/revocation",
                        "{\"from\":\"" + Alba.now().minusSeconds(3600) + "\",\"reason\":\"Eva called\"}")
                .statusCode(202);
        refuses(signedNow(Alba.release(), next), "SIGNATURE_KEY_REVOKED");
        boreal.publish(next.publishedKey());

        compare(Fingerprint.of(next.publishedKey())).statusCode(200);

        Alba.handIn(Alba.release(), next).statusCode(200);
    }

    @Test
    void aRepeatedChangeIsConfirmedAgainByTheSameBytes() {
        String document = signedNow(change(next, Alba.now().plus(WEEK)), boreal.signer());
        String first = Alba.handIn(document).statusCode(200).extract().asString();

        assertThat(Alba.handIn(document).statusCode(200).extract().asString()).isEqualTo(first);
        SignedDocument anew = SignedDocumentJson.read(Alba.handIn(
                        signedNow(change(next, Alba.now().plus(WEEK)), next))
                .statusCode(200)
                .extract()
                .asString());
        assertThat(anew.signatures()).hasSize(2);
        assertThat(count("agreements.partner_key")).isEqualTo(2);
    }

    @Test
    void aChangeThatCannotBeIsRefusedWithACodeAndKeepsNoKey() {
        Instant week = Alba.now().plus(WEEK);
        String ours = given().get("/.well-known/entente/keys.json")
                .then()
                .extract()
                .jsonPath()
                .getString("keys[0].jwk.kid");

        assertThat(refusal(new KeyChange(next.publishedKey().bare(), Alba.now(), ours, week), boreal.signer()))
                .isEqualTo("KEY_UNKNOWN");
        assertThat(refusal(
                        new KeyChange(
                                next.publishedKey().bare(),
                                Alba.now().minus(Duration.ofDays(1)),
                                boreal.signer().publishedKey().id(),
                                week),
                        boreal.signer()))
                .isEqualTo("KEY_TIMES_WRONG");
        assertThat(refusal(
                        new KeyChange(
                                boreal.signer().publishedKey().bare(),
                                Alba.now(),
                                boreal.signer().publishedKey().id(),
                                week),
                        boreal.signer()))
                .isEqualTo("KEY_TAKEN");
        assertThat(count("agreements.partner_key")).isEqualTo(1);
    }

    private KeyChange change(StubSigner to, Instant retires) {
        return new KeyChange(
                to.publishedKey().bare(),
                to.publishedKey().validFrom(),
                boreal.signer().publishedKey().id(),
                retires);
    }

    private static KeyRevocation revocation(DocumentSigner of, Instant from) {
        return new KeyRevocation(of.publishedKey().id(), from, "The key store was copied");
    }

    private static ValidatableResponse compare(String fingerprint) {
        return Alba.post("/api/v1/partners/boreal/keys", "{\"fingerprint\":\"" + fingerprint + "\"}");
    }

    private static String signedNow(DocumentBody body, DocumentSigner by) {
        Document<DocumentBody> document = BorealStub.document(body, Alba.now(), List.of());
        return BorealStub.signed(document, by);
    }

    private static void accepts(DocumentBody body, DocumentSigner by) {
        assertThat(Alba.body(Alba.handIn(body, by).statusCode(200).extract().asString()))
                .isNotInstanceOf(Refusal.class);
    }

    /** The code of the refusal that this document gets. */
    private static String refusal(DocumentBody body, DocumentSigner by) {
        DocumentBody answer =
                Alba.body(Alba.handIn(body, by).statusCode(200).extract().asString());
        assertThat(answer).isInstanceOf(Refusal.class);
        return ((Refusal) answer).code();
    }

    private void refuses(String document, String code) {
        long before = count("agreements.inbox");
        Alba.handIn(document).statusCode(422).body("code", equalTo(code));
        assertThat(count("agreements.inbox")).as("nothing is stored").isEqualTo(before);
    }

    private long count(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
