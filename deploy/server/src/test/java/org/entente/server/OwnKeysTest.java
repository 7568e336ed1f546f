package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreements.signing.KeysConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This operator changes and revokes its own keys, while messages to its partner are lost and repeated. */
@QuarkusTest
@TestProfile(NegotiationProfile.class)
@TestSecurity(user = "service-account-partner-boreal", roles = "engineer")
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-boreal"))
class OwnKeysTest {
    private static final int STEPS = 12;
    private static final List<String> ALIASES = List.of("next-1", "next-2", "next-3");

    @Inject
    EntityManager database;

    @Inject
    KeysConfig config;

    private final AtomicReference<RotatingBoreal> rotating = new AtomicReference<>();
    private BorealStub boreal;

    @BeforeEach
    void befriend() throws IOException, GeneralSecurityException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner, agreements.own_key cascade")
                        .executeUpdate());
        makeKeys();
        boreal = new BorealStub();
        boreal.serve(
                "/token",
                exchange -> BorealStub.reply(
                        exchange, "application/json", "{\"access_token\":\"token\",\"expires_in\":300}"));
        boreal.serve(
                "/peering/v1/documents",
                exchange -> Optional.ofNullable(rotating.get()).orElseThrow().receive(exchange));
        boreal.befriend();
    }

    @AfterEach
    void part() {
        boreal.close();
    }

    private void makeKeys() throws IOException, GeneralSecurityException {
        KeyStore store = open();
        for (String alias : ALIASES) {
            if (!store.containsAlias(alias)) {
                OperatorParts.addKey(config.store().orElseThrow(), alias);
            }
        }
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        Path file = config.store().orElseThrow();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, config.password().toCharArray());
        }
        return store;
    }

    static List<Long> seeds() {
        return new Random(20261124).longs(12).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachSideTakesTheOthersNextDocumentWhateverBecomesOfTheAnnouncements(long seed) {
        Random random = new Random(seed);
        RotatingBoreal side = meet(seed);
        List<String> aliases = new ArrayList<>(ALIASES);

        for (int step = 0; step < STEPS; step++) {
            if (random.nextBoolean()) {
                side.rotate();
            } else if (!aliases.isEmpty() && random.nextInt(3) == 0) {
                rotate(aliases.removeFirst()).statusCode(202);
            }
            side.exchangeDocuments();
        }
        side.settle();
        settle();

        List<String> keys =
                given().get("/api/v1/keys").then().extract().jsonPath().getList("keyId");
        assertThat(side.exchangeDocuments()).isEqualTo(keys.getLast());
        assertThat(count("agreements.key_confirmation where confirmed_at is null"))
                .isZero();
    }

    @Test
    void aNewKeySignsOnlyOnceThePartnerConfirmedIt() {
        RotatingBoreal side = new RotatingBoreal(1, boreal.signer(), history());
        String old = side.exchangeDocuments();

        String fresh = rotate("next-1").statusCode(202).extract().path("keyId");
        assertThat(side.exchangeDocuments()).isEqualTo(old);
        given().get("/api/v1/keys").then().body("[1].partners[0].confirmedAt", equalTo(null));

        rotating.set(side);
        settle();
        assertThat(side.exchangeDocuments()).isEqualTo(fresh);
        given().get("/api/v1/keys")
                .then()
                .body("[1].partners[0].operator", equalTo("boreal"))
                .body("[1].partners[0].confirmedAt", notNullValue())
                .body("[0].validTo", notNullValue());
        given().get("/.well-known/entente/keys.json")
                .then()
                .body("keys", hasSize(2))
                .body("keys[0].validTo", notNullValue());
    }

    @Test
    void aChangeThatCannotBeIsRefusedInASentenceAndStoresNothing() {
        meet(1);

        refuses(rotate("nowhere"), 422, "KEY_NOT_IN_STORE");
        refuses(rotate("signing"), 409, "KEY_TAKEN");
        refuses(post("{\"alias\":\"next-1\",\"validFrom\":\"2020-01-01T00:00:00Z\"}"), 422, "KEY_TIMES_WRONG");
        refuses(post("{\"alias\":\"next-1\",\"retires\":\"2020-01-01T00:00:00Z\"}"), 422, "KEY_TIMES_WRONG");
        refuses(post("{\"alias\":\" \"}"), 400, "REQUEST_INVALID");
    }

    @Test
    void oneChangeAtATime() {
        meet(1);
        post("{\"alias\":\"next-1\",\"validFrom\":\"" + Alba.now().plus(Duration.ofDays(1)) + "\"}")
                .statusCode(202);

        rotate("next-2").statusCode(409).body("code", equalTo("KEY_CHANGE_RUNNING"));
    }

    @Test
    void theOnlyKeyCannotRevokeItselfAndAnotherCan() {
        meet(1);
        String first = given().get("/api/v1/keys").then().extract().path("[0].keyId");
        String revocation = "{\"from\":\"" + Alba.now() + "\",\"reason\":\"The key store was copied\"}";

        Alba.post("/api/v1/keys/" + first + "/revocation", revocation)
                .statusCode(409)
                .body("code", equalTo("KEY_LAST"));
        rotate("next-1").statusCode(202);
        settle();
        Alba.post("/api/v1/keys/" + first + "/revocation", revocation)
                .statusCode(202)
                .body("revokedFrom", notNullValue());
        Alba.post("/api/v1/keys/unknown/revocation", revocation).statusCode(404).body("code", equalTo("KEY_UNKNOWN"));

        settle();
        given().get("/.well-known/entente/keys.json").then().body("keys[0].revokedFrom", notNullValue());
        given().get("/.well-known/entente/jwks.json").then().body("keys", hasSize(1));
    }

    @Test
    void nothingOfAPrivateKeyIsEverSaid() throws IOException, GeneralSecurityException {
        meet(1);
        List<String> log = new CopyOnWriteArrayList<>();
        Handler listener = listener(log);
        Logger.getLogger("").addHandler(listener);
        String said;
        try {
            rotate("next-1").statusCode(202);
            rotate("nowhere").statusCode(422);
            settle();
            said = Stream.of(
                            "/api/v1/keys",
                            "/api/v1/partners",
                            "/api/v1/partners/boreal/keys",
                            "/.well-known/entente",
                            "/.well-known/entente/keys.json",
                            "/.well-known/entente/jwks.json")
                    .map(path ->
                            given().get(path).then().statusCode(200).extract().asString())
                    .collect(Collectors.joining());
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(log.toString()).contains("key announced");
        KeyStore store = open();
        for (String alias : List.of("signing", "next-1")) {
            PrivateKey key = (PrivateKey) store.getKey(alias, config.password().toCharArray());
            byte[] encoded = key.getEncoded();
            byte[] secret = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            assertThat(said + log)
                    .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(secret))
                    .doesNotContain(Base64.getEncoder().encodeToString(encoded))
                    .doesNotContain(HexFormat.of().formatHex(secret))
                    .doesNotContain(HexFormat.of().formatHex(secret).toUpperCase(Locale.ROOT));
        }
        assertThat(said + log).doesNotContain(config.password()).doesNotContain("\"d\"");
    }

    private static Handler listener(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(record.getMessage() + Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /** The Boreal that answers from now on. */
    private RotatingBoreal meet(long seed) {
        RotatingBoreal side = new RotatingBoreal(seed, boreal.signer(), history());
        rotating.set(side);
        return side;
    }

    private static String history() {
        return given().get("/.well-known/entente/keys.json").then().extract().asString();
    }

    private static ValidatableResponse rotate(String alias) {
        return post("{\"alias\":\"" + alias + "\"}");
    }

    private static ValidatableResponse post(String body) {
        return Alba.post("/api/v1/keys", body);
    }

    private void refuses(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
        assertThat(count("agreements.outbox")).as("nothing is sent").isZero();
        given().get("/api/v1/keys").then().body("$", hasSize(1));
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count("agreements.outbox where answered_at is null") == 0);
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from " + table)
                                .getSingleResult())
                        .longValue());
    }
}
