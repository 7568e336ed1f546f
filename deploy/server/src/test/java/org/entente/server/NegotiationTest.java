package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.document.SignedDocumentJson;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.negotiation.Closing;
import org.entente.agreements.negotiation.NegotiationState;
import org.entente.agreements.negotiation.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole negotiations between the assembled server on a real PostgreSQL and Boreal, over HTTP, while every message and
 * every answer may be lost, repeated, delayed and reordered. Both end with the same bytes.
 */
@QuarkusTest
@TestProfile(NegotiationProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class NegotiationTest {
    private static final int SEEDS = 30;
    private static final List<Talk.Kind> KINDS = List.of(Talk.Kind.values());
    private static final int STEPS = 14;

    @Inject
    EntityManager database;

    private final AtomicReference<HostileNetwork> network = new AtomicReference<>();
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
        boreal.serve(
                "/peering/v1/documents",
                exchange -> Optional.ofNullable(network.get()).orElseThrow().toBoreal(exchange));
        boreal.befriend();
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    static List<Long> seeds() {
        return new Random(20261124).longs(SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothEndWithTheSameBytesWhateverTheNetworkDoes(long seed) {
        Random random = new Random(seed);
        Side side = random.nextBoolean() ? Side.HOST : Side.HOME;
        AgreementId agreement = fresh();
        Talk talk = new Talk(boreal, agreement, side);
        HostileNetwork hostile = new HostileNetwork(seed, talk);
        network.set(hostile);

        for (int step = 0; step < STEPS; step++) {
            Talk.Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            switch (random.nextInt(3)) {
                case 0 -> talk.play(kind);
                case 1 -> alba(agreement, side, kind, talk.signed().size() + 1);
                default -> hostile.toAlba();
            }
        }
        settle(hostile);

        assertAlike(agreement, talk);
    }

    @Test
    void anAcceptanceBeatsTheWithdrawalThatItCrosses() {
        AgreementId agreement = fresh();
        Talk talk = new Talk(boreal, agreement, Side.HOST);
        HostileNetwork hostile = new HostileNetwork(3, talk);
        network.set(hostile);
        talk.play(Talk.Kind.PROPOSE);
        settle(hostile);

        talk.play(Talk.Kind.WITHDRAW);
        alba(agreement, Side.HOST, Talk.Kind.ACCEPT, 1);
        settle(hostile);

        assertAlike(agreement, talk);
        assertThat(talk.signed()).hasSize(1);
    }

    private static AgreementId fresh() {
        return new AgreementId("talk-" + UUID.randomUUID());
    }

    /** Alba's engineer tries something; it may be refused, but only for a coded reason. */
    private static void alba(AgreementId agreement, Side borealSide, Talk.Kind kind, int number) {
        String path = "/api/v1/agreements";
        Response response = switch (kind) {
            case PROPOSE -> post(path, proposal(agreement, borealSide, number));
            case COUNTER -> post(path + "/" + agreement + "/counter", proposal(agreement, borealSide, number));
            case ACCEPT -> post(path + "/" + agreement + "/acceptance", "{}");
            case REJECT -> post(path + "/" + agreement + "/rejection", "{\"reason\":\"Too dear\"}");
            case WITHDRAW -> post(path + "/" + agreement + "/withdrawal", "{\"reason\":\"A slip\"}");
        };
        assertThat(response.statusCode()).as(response.asString()).isIn(202, 403, 404, 409, 422);
    }

    private static String proposal(AgreementId agreement, Side borealSide, int number) {
        String from = number == 1
                ? "2026-01-01T00:00:00Z"
                : Talk.now().plus(Duration.ofHours(number)).toString();
        String host = borealSide == Side.HOST ? "boreal" : "alba";
        String home = borealSide == Side.HOST ? "alba" : "boreal";
        return """
                {"agreement": "%s", "host": "%s", "home": "%s", "from": "%s", "to": "2045-01-01T00:00:00Z",
                 "zones": ["north"], "currency": "EUR", "billingZone": "UTC",
                 "priceLines": [{"id": "cpu", "meter": "VCPU", "unitPrice": "0.012", "per": "HOUR"}],
                 "quota": {"instances": 10, "vcpu": "10", "memoryGib": "10"},
                 "settlement": {"tolerance": "0", "disputeDays": 10, "paymentDays": 30, "taxPercent": "0",
                                "rounding": "HALF_EVEN"}}""".formatted(agreement, host, home, from);
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path);
    }

    /** Delivers everything, with whatever the network still does to it. */
    private void settle(HostileNetwork hostile) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !hostile.toAlba() && pending() == 0 && !hostile.toAlba());
    }

    private long pending() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from agreements.outbox where answered_at is null")
                                .getSingleResult())
                        .longValue());
    }

    private static void assertAlike(AgreementId agreement, Talk talk) {
        for (int number = 1; number <= talk.signed().size(); number++) {
            SignedDocument theirs = talk.signed().get(number - 1);
            SignedDocument ours = SignedDocumentJson.read(
                    given().get("/api/v1/agreements/" + agreement + "/document?version=" + number)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
            assertThat(ours.payload()).isEqualTo(theirs.payload());
            assertThat(ours.hash()).isEqualTo(theirs.hash());
            assertThat(ours.signatures()).containsExactlyInAnyOrderElementsOf(theirs.signatures());
        }
        given().get("/api/v1/agreements/" + agreement + "/document?version="
                        + (talk.signed().size() + 1))
                .then()
                .statusCode(404);
        Response status = given().get("/api/v1/agreements/" + agreement);
        if (talk.state().lastShared().isPresent()) {
            assertState(status.then().statusCode(200).extract().jsonPath(), talk.state());
        }
    }

    /** Where the last proposal that both have had stands, seen from Alba as it must look for Boreal's state. */
    private static void assertState(JsonPath alba, NegotiationState boreal) {
        String hash = boreal.lastShared().orElseThrow().value();
        List<Map<String, String>> proposals = alba.getList("proposals");
        Map<String, String> last = proposals.stream()
                .filter(proposal -> hash.equals(proposal.get("hash")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Alba never had " + hash + " on its table"));
        String negotiation = alba.getString("negotiation");
        switch (boreal) {
            case NegotiationState.Proposed proposed -> assertThat(negotiation).isEqualTo("received");
            case NegotiationState.Received received -> assertThat(negotiation).isEqualTo("proposed");
            case NegotiationState.Closed closed ->
                assertThat(last.get("became")).isEqualTo(word(closed.how()));
            default -> assertThat(last.get("became")).isNotNull();
        }
    }

    private static String word(Closing how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
