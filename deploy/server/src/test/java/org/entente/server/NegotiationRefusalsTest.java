package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.AgreementNotice;
import org.entente.agreements.document.AgreementRejection;
import org.entente.agreements.document.AgreementVersion;
import org.entente.agreements.document.AgreementWithdrawal;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentCodec;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.negotiation.Side;
import org.entente.agreements.terms.AgreementTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be done in a negotiation and about an agreement: each gets a coded no, and nothing of it counts. */
@QuarkusTest
@TestProfile(NegotiationProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class NegotiationRefusalsTest {
    private static final DocumentHash NOTHING = DocumentHash.of("nothing");

    @Inject
    EntityManager database;

    private final AgreementId agreement = new AgreementId("deal-" + UUID.randomUUID());
    private BorealStub boreal;
    private Talk talk;

    @BeforeEach
    void befriend() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
        boreal = new BorealStub();
        talk = new Talk(boreal, agreement, Side.HOST);
        boreal.serve(
                "/token",
                exchange -> BorealStub.reply(
                        exchange, "application/json", "{\"access_token\":\"token\",\"expires_in\":300}"));
        boreal.serve(
                "/peering/v1/documents",
                exchange -> BorealStub.reply(
                        exchange,
                        SignedDocumentJson.MEDIA_TYPE,
                        talk.receive(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
        boreal.befriend();
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    @Test
    void aFirstProposalKeepsToTheRules() {
        Instant soon = in(1);
        AgreementTerms terms = terms(1);

        refuses("AGREEMENT_PARTIES_WRONG", proposal(Talk.terms(agreement, 1, Side.HOST, soon, "cobalt"), soon));
        refuses("AGREEMENT_VERSION_GAP", proposal(terms(2), soon));
        refuses("NEGOTIATION_DEADLINE_PAST", proposal(terms, in(-1)));
        refuses("AGREEMENT_DEADLINE_TOO_FAR", proposal(terms, in(24 * 91)));
        refuses("AGREEMENT_VALIDITY_PAST", proposal(Talk.ended(agreement), soon));
        refuses(
                "AGREEMENT_REPLACES_WRONG",
                new AgreementVersion(terms, soon, Optional.of(NOTHING), Optional.empty(), Optional.empty()),
                NOTHING);
        refuses(
                "AGREEMENT_REPLACES_WRONG",
                new AgreementVersion(terms, soon, Optional.empty(), Optional.empty(), Optional.of(NOTHING)));
    }

    @Test
    void nothingCanBeSaidAboutAnAgreementThatIsNotThere() {
        refuses("NEGOTIATION_UNKNOWN", counter(terms(1), NOTHING), NOTHING);
        refuses("NEGOTIATION_UNKNOWN", new AgreementRejection(agreement, 1, "no"), NOTHING);
        refuses("NEGOTIATION_UNKNOWN", new AgreementWithdrawal(agreement, 1, "no"), NOTHING);
        refuses("AGREEMENT_REPLACES_WRONG", new AgreementRejection(agreement, 1, "no"));
        refuses("AGREEMENT_REPLACES_WRONG", new AgreementWithdrawal(agreement, 1, "no"), NOTHING, NOTHING);
        refuses("AGREEMENT_UNKNOWN", new AgreementNotice.Suspension(agreement, 1, in(0), "why"));

        engineer("acceptance", "{}").statusCode(404).body("code", equalTo("NEGOTIATION_UNKNOWN"));
        engineer("rejection", "{\"reason\":\"no\"}").statusCode(404).body("code", equalTo("NEGOTIATION_UNKNOWN"));
        engineer("suspension", "{\"reason\":\"no\"}").statusCode(404).body("code", equalTo("AGREEMENT_UNKNOWN"));
        engineer("renewal", "{\"to\":\"2050-01-01T00:00:00Z\"}")
                .statusCode(404)
                .body("code", equalTo("AGREEMENT_UNKNOWN"));
        engineer("approval", "").statusCode(404).body("code", equalTo("APPROVAL_NOT_WAITING"));
    }

    @Test
    void onlyTheOtherSideAnswersAProposal() {
        DocumentHash proposed = propose();

        refuses("NEGOTIATION_OPEN", follow(proposed), proposed);
        refuses("NEGOTIATION_NOT_YOUR_TURN", counter(terms(1), proposed), proposed);
        refuses("NEGOTIATION_NOT_YOUR_TURN", new AgreementRejection(agreement, 1, "no"), proposed);
        refuses("NEGOTIATION_OTHER_BYTES", new AgreementWithdrawal(agreement, 1, "no"), NOTHING);
        engineer("withdrawal", "{\"reason\":\"no\"}").statusCode(409).body("code", equalTo("NEGOTIATION_NOT_YOURS"));
        engineer("acceptance", "{\"hash\":\"" + NOTHING + "\"}")
                .statusCode(409)
                .body("code", equalTo("NEGOTIATION_OTHER_BYTES"));
    }

    @Test
    void nothingIsSaidAboutAProposalThatIsClosed() {
        DocumentHash proposed = propose();
        talk.play(Talk.Kind.WITHDRAW);
        deliver();

        refuses("NEGOTIATION_CLOSED", counter(terms(1), proposed), proposed);
        refuses("NEGOTIATION_CLOSED", new AgreementWithdrawal(agreement, 1, "again"), proposed);
        refuses("NEGOTIATION_SIMULTANEOUS", proposal(terms(1), in(1)));
        engineer("acceptance", "{}").statusCode(409).body("code", equalTo("NEGOTIATION_CLOSED"));
    }

    @Test
    void aNewVersionKeepsToTheRules() {
        DocumentHash first = sign();
        Instant later = in(2);
        AgreementTerms next = Talk.terms(agreement, 2, Side.HOST, later);

        refuses("AGREEMENT_VERSION_EXISTS", amendment(terms(1), in(1), first), first);
        refuses("AGREEMENT_VERSION_GAP", amendment(Talk.terms(agreement, 3, Side.HOST, later), in(1), first), first);
        refuses(
                "AGREEMENT_PARTIES_CHANGED",
                amendment(Talk.terms(agreement, 2, Side.HOME, later), in(1), first),
                first);
        refuses("AGREEMENT_CURRENCY_CHANGED", amendment(Talk.inSwissFrancs(agreement, later), in(1), first), first);
        refuses(
                "AGREEMENT_EFFECTIVE_IN_PAST",
                amendment(Talk.terms(agreement, 2, Side.HOST, in(-1)), in(1), first),
                first);
        refuses("AGREEMENT_EFFECTIVE_BEFORE_ANSWER", amendment(next, in(3), first), first);
        refuses("AGREEMENT_REPLACES_WRONG", follow(next, first), first);
        refuses(
                "NEGOTIATION_SIMULTANEOUS",
                new AgreementVersion(next, in(1), Optional.of(first), Optional.empty(), Optional.empty()),
                first);
    }

    @Test
    void aNoticeKeepsToTheRules() {
        DocumentHash first = sign();

        refuses("NOTICE_NUMBER_WRONG", new AgreementNotice.Suspension(agreement, 0, Talk.now(), "why"), first);
        refuses("NOTICE_TIME_WRONG", new AgreementNotice.Suspension(agreement, 1, in(1), "why"), first);
        refuses("NOTICE_TIME_WRONG", new AgreementNotice.Suspension(agreement, 1, in(-1), "why"), first);
        refuses("NOTICE_NOT_SUSPENDED", new AgreementNotice.Resumption(agreement, 1, Talk.now(), "why"), first);
        refuses("NOTICE_TOO_SHORT", new AgreementNotice.Termination(agreement, 1, in(24 * 29), "why"), first);
        refuses("NOTICE_REASON_WRONG", new AgreementNotice.Suspension(agreement, 1, Talk.now(), " "), first);
        engineer("resumption", "{\"reason\":\"no\"}").statusCode(409).body("code", equalTo("NOTICE_NOT_SUSPENDED"));
        engineer("termination", "{\"reason\":\"no\",\"end\":\"" + in(1) + "\"}")
                .statusCode(422)
                .body("code", equalTo("NOTICE_TOO_SHORT"));
    }

    @Test
    void aSuspensionByEitherSideIsKnownToBothAndLiftedByItsIssuerOnly() {
        DocumentHash first = sign();

        engineer("suspension", "{\"reason\":\"We count first\"}")
                .statusCode(202)
                .body("standing", equalTo("suspended"));
        engineer("suspension", "{\"reason\":\"Again\"}")
                .statusCode(409)
                .body("code", equalTo("NOTICE_SUSPENDED_ALREADY"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/api/v1/agreements/" + agreement)
                        .then()
                        .body("notices[0].state", equalTo("told")));
        refuses("NOTICE_NOT_SUSPENDED", new AgreementNotice.Resumption(agreement, 1, Talk.now(), "why"), first);
        engineer("resumption", "{\"reason\":\"Counted\"}").statusCode(202).body("standing", equalTo("in force"));

        accepts(new AgreementNotice.Suspension(agreement, 1, Talk.now(), "Storm"), first);
        given().get("/api/v1/agreements/" + agreement)
                .then()
                .body("standing", equalTo("suspended"))
                .body("versionInForce", equalTo(1));
        accepts(new AgreementNotice.Resumption(agreement, 2, Talk.now(), "Calm"), first);
        accepts(new AgreementNotice.Termination(agreement, 3, in(24 * 31), "We close"), first);
        given().get("/api/v1/agreements/" + agreement).then().body("standing", equalTo("ending"));
        refuses("NOTICE_TERMINATED_ALREADY", new AgreementNotice.Termination(agreement, 4, in(24 * 40), "why"), first);
    }

    private DocumentHash propose() {
        talk.play(Talk.Kind.PROPOSE);
        deliver();
        return talk.state().lastShared().orElseThrow();
    }

    /** Boreal proposes a first version and Alba signs it. */
    private DocumentHash sign() {
        DocumentHash proposed = propose();
        engineer("acceptance", "{}").statusCode(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().get("/api/v1/agreements/" + agreement).then().body("negotiation", equalTo("signed")));
        assertThat(talk.signed()).hasSize(1);
        return proposed;
    }

    private void deliver() {
        while (talk.head().isPresent()) {
            talk.answered(HostileNetwork.handIn(talk.head().get()));
        }
    }

    private void refuses(String code, DocumentBody body, DocumentHash... buildsOn) {
        long before = stored();
        assertThat(answer(body, buildsOn))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(stored()).as("nothing of it counts").isEqualTo(before);
    }

    private void accepts(DocumentBody body, DocumentHash... buildsOn) {
        assertThat(answer(body, buildsOn)).isNotInstanceOf(Refusal.class);
    }

    private DocumentBody answer(DocumentBody body, DocumentHash... buildsOn) {
        String answer = HostileNetwork.handIn(boreal.signed(BorealStub.document(body, Talk.now(), List.of(buildsOn))));
        return DocumentCodec.read(SignedDocumentJson.read(answer).payloadBytes())
                .body();
    }

    private long stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("""
                                select (select count(*) from agreements.negotiation)
                                     + (select count(*) from agreements.proposal)
                                     + (select count(*) from agreements.agreement_version)
                                     + (select count(*) from agreements.agreement_notice)""").getSingleResult()).longValue());
    }

    private ValidatableResponse engineer(String what, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/agreements/" + agreement + "/" + what)
                .then();
    }

    private AgreementTerms terms(int number) {
        return Talk.terms(agreement, number, Side.HOST, in(-24));
    }

    private static AgreementVersion proposal(AgreementTerms terms, Instant answerBy) {
        return new AgreementVersion(terms, answerBy);
    }

    private AgreementVersion follow(DocumentHash last) {
        return follow(terms(1), last);
    }

    private static AgreementVersion follow(AgreementTerms terms, DocumentHash last) {
        return new AgreementVersion(terms, in(1), Optional.empty(), Optional.empty(), Optional.of(last));
    }

    private static AgreementVersion counter(AgreementTerms terms, DocumentHash countered) {
        return new AgreementVersion(terms, in(1), Optional.empty(), Optional.of(countered), Optional.empty());
    }

    private static AgreementVersion amendment(AgreementTerms terms, Instant answerBy, DocumentHash last) {
        return new AgreementVersion(terms, answerBy, Optional.of(last), Optional.empty(), Optional.of(last));
    }

    private static Instant in(int hours) {
        return Talk.now().plus(Duration.ofHours(hours));
    }
}
