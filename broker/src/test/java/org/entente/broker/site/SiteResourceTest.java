package org.entente.broker.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.Federation;
import org.entente.broker.PostgresResource;
import org.entente.broker.offer.Catalogue;
import org.entente.broker.site.SiteCapabilities.MissingPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engineer connects sites, looks after them and lets them go. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "erik", roles = "engineer")
class SiteResourceTest {
    /** Signed by itself; its key is gone. */
    private static final String AUTHORITY = """
            -----BEGIN CERTIFICATE-----
            MIIBmDCCAT+gAwIBAgIUbV5AAwOM5WsMRL44ju2jeBl98rowCgYIKoZIzj0EAwIw
            ITEfMB0GA1UEAwwWRW50ZW50ZSB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjQxNzU5
            MzVaGA8yMTI2MTAzMTE3NTkzNVowITEfMB0GA1UEAwwWRW50ZW50ZSB0ZXN0IGF1
            dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA/NSyX+QjrA95NAHS73
            AqT48eVIYk4CRdiFzc1kaoxI6vWaiMWJUeod77tyCDRaeTvyL+iPycgvfipCtOoG
            hLujUzBRMB0GA1UdDgQWBBSIclZO7CN6rAVdmmXtMG1DyWzS8jAfBgNVHSMEGDAW
            gBSIclZO7CN6rAVdmmXtMG1DyWzS8jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
            BAMCA0cAMEQCIBcTXLsDb5bfiC/Elgccw5y+vUcbT4d+MBMKGi5YXYBRAiB0Lr0x
            4xajbqABQURzRKp+OwxYaGY6kPF+/w7kptT/IQ==
            -----END CERTIFICATE-----
            """;

    private static final SiteId NICE = new SiteId("alba-nice");
    private static final URI THERE = URI.create("http://nice.invalid/v3");
    private static final String SECRET = "very-secret-7f3a";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @Inject
    Federation federation;

    @Inject
    Probing probing;

    @Inject
    Catalogue catalogue;

    @Inject
    EntityManager database;

    @BeforeEach
    void begin() {
        federation.begin();
    }

    @Test
    void isConnectedByItsAddressAloneAndAdvertisedOnlyOnceProbed() {
        probing.fake(THERE);
        connect(THERE).statusCode(201).body("state", equalTo("connecting")).body("technology", nullValue());
        see().body("state", equalTo("connecting"));

        probing.run();

        see().body("state", equalTo("available")).body("technology", equalTo("OPENSTACK"));
    }

    @Test
    void whatIsNoSiteIsSaidToBeNone() {
        connect(URI.create("http://nobody.invalid/v3")).statusCode(201);

        probing.run();

        see().body("state", equalTo("connecting")).body("troubles.code", contains("NO_SITE"));
    }

    @Test
    void wrongCredentialsAreSaidAndOthersAreTriedAtOnce() {
        FakeSite fake = probing.fake(THERE);
        fake.fails(SiteException.Code.UNAUTHORIZED, "The site refused the credentials.");
        connect(THERE);
        probing.run();
        see().body("state", equalTo("connecting")).body("troubles.code", contains("UNAUTHORIZED"));

        fake.recovers();
        put("credentials", "{\"account\": \"other@there\", \"secret\": \"other\"}")
                .statusCode(200);
        probing.run();

        see().body("state", equalTo("available")).body("troubles", equalTo(List.of()));
    }

    @Test
    void missingPermissionsAreListedAndTheSiteStillTakesOrders() {
        FakeSite fake = probing.fake(THERE);
        fake.becomes(lacking(new MissingPermission("volume:create", "Volumes cannot be made")));
        connect(THERE);

        probing.run();

        see().body("state", equalTo("degraded"))
                .body("missing.action", contains("volume:create"))
                .body("troubles.code", contains("PERMISSION_MISSING"));
        assertThat(probing.site(NICE).state().takesOrders()).isTrue();
    }

    @Test
    void anAnswerForCredentialsThatWereReplacedIsNotTaken() {
        probing.fake(THERE);
        connect(THERE);
        ConnectedSite asked = probing.site(NICE);
        put("credentials", "{\"account\": \"other@there\", \"secret\": \"other\"}")
                .statusCode(200);

        probing.answered(asked);

        see().body("state", equalTo("connecting"));
        probing.run();
        see().body("state", equalTo("available"));
    }

    @Test
    void aSiteThatHangsKeepsNoOtherWaiting() {
        FakeSite hanging = probing.fake(THERE);
        connect(THERE);
        hanging.hangs();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ProbeJob job = probing.job(threads);
            job.tick();
            await().atMost(LONG_ENOUGH).until(() -> hanging.callsNow() == 1);
            URI elsewhere = URI.create("http://lyon.invalid/v3");
            probing.fake(elsewhere);
            SiteId lyon = new SiteId("alba-lyon");
            connect(lyon, elsewhere);

            job.tick();

            await().atMost(LONG_ENOUGH).until(() -> probing.site(lyon).state() == SiteState.AVAILABLE);
            hanging.letsGo();
        }
    }

    @Test
    void whatNeedsNoSecretOpensNone() {
        probing.fake(THERE);
        connect(THERE);
        probing.run();
        QuarkusTransaction.requiringNew()
                .run(() -> federation.execute("update broker.site set encrypted_secret = 'sealed with another key'"));

        see().body("state", equalTo("available"));
        given().get("/api/v1/sites/summary").then().statusCode(200).body("sites", equalTo(1));
        assertThat(catalogue.candidates()).hasSize(1);
        assertThatThrownBy(() -> probing.site(NICE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void capabilitiesAreKeptWithWhatChanged() {
        FakeSite fake = probing.fake(THERE);
        connect(THERE);
        probing.run();
        probing.again();
        SiteCapabilities old = FakeSite.capabilities(100, 400);
        fake.becomes(SiteCapabilities.bare(Technology.OPENSTACK, "2.99")
                .having(old.flavours(), old.images(), old.capacity()));

        probing.again();

        get("/capabilities").body("capabilities.release", equalTo("2.99"));
        get("/capabilities/history")
                .body("total", equalTo(2))
                .body("items[0].changes", contains("release was 2.96, is 2.99"))
                .body("items[1].release", equalTo("2.96"));
    }

    @Test
    void itsHistoryIsNeitherChangedNorRemoved() {
        probing.fake(THERE);
        connect(THERE);
        probing.run();

        for (String change :
                List.of("update broker.site_capabilities set release = 'x'", "delete from broker.site_capabilities")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> federation.execute(change)))
                    .hasMessageContaining("facts");
        }
    }

    @Test
    void drainsReturnsAndRetiresWithItsCredentialsErased() {
        probing.fake(THERE);
        connect(THERE);
        probing.run();
        post("retire").statusCode(409).body("code", equalTo("SITE_STATE"));

        post("drain").statusCode(200).body("state", equalTo("draining"));
        probing.again();
        see().body("state", equalTo("draining"));
        post("return").statusCode(200).body("state", equalTo("connecting"));
        probing.run();
        see().body("state", equalTo("available"));
        post("drain");
        post("retire").statusCode(200).body("state", equalTo("retired"));

        assertThat(column("encrypted_secret")).isEmpty();
        probing.again();
        see().body("state", equalTo("retired"));
        put("credentials", "{\"account\": \"a@b\", \"secret\": \"c\"}").statusCode(409);
        connect(THERE).statusCode(201).body("state", equalTo("connecting"));
    }

    @Test
    void saysWhereItStandsAndWhatItsElectricityIs() {
        connect(THERE);

        put("location", "{\"latitude\": \"43.7\", \"longitude\": \"7.26\"}").statusCode(200);
        put("energy", "{\"gramsCo2PerKwh\": \"56\"}").statusCode(200);

        see().body("latitude", equalTo("43.7"))
                .body("longitude", equalTo("7.26"))
                .body("gramsCo2PerKwh", equalTo("56"));
        put("location", "{\"latitude\": \"91\", \"longitude\": \"0\"}")
                .statusCode(422)
                .body("code", equalTo("SITE_FACT"));
        put("energy", "{\"gramsCo2PerKwh\": \"-1\"}").statusCode(422);
    }

    @Test
    void anAddressThatIsNoneOfASiteIsRefused() {
        for (String address : List.of("ftp://nice.invalid", "http://user:word@nice.invalid", "file:///etc/passwd")) {
            connect(URI.create(address)).statusCode(422).body("code", equalTo("SITE_ADDRESS"));
        }
    }

    @Test
    void whatVouchesForItsAddressAreCertificates() {
        connect(THERE);

        put("credentials", credentials("-----BEGIN CERTIFICATE-----"))
                .statusCode(422)
                .body("code", equalTo("SITE_AUTHORITY"));
        put("credentials", credentials(AUTHORITY.replace("\n", "\\n"))).statusCode(200);

        assertThat(column("authority")).contains(AUTHORITY);
    }

    private static String credentials(String authority) {
        return "{\"account\": \"a@b\", \"secret\": \"c\", \"authority\": \"" + authority + "\"}";
    }

    @Test
    void itsSecretIsInNoAnswerAndNotInClearInTheDatabase() {
        connect(THERE).body(not(containsString(SECRET)));
        see().body(not(containsString(SECRET)));
        given().get("/api/v1/sites").then().body(not(containsString(SECRET)));

        String everything = QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("""
                        select coalesce(string_agg(t, ' '), '') from (
                            select row_to_json(s)::text t from broker.site s
                            union all select row_to_json(a)::text from agreements.idempotent_answer a) everything""").getSingleResult());
        assertThat(everything).contains(NICE.value()).doesNotContain(SECRET);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void isNoBusinessOfTenants() {
        connect(THERE).statusCode(403);
        see().statusCode(403);
        post("drain").statusCode(403);
    }

    private static SiteCapabilities lacking(MissingPermission missing) {
        SiteCapabilities all = FakeSite.capabilities(10, 10);
        return new SiteCapabilities(
                all.technology(),
                all.release(),
                all.apis(),
                all.flavours(),
                all.virtualMachines(),
                all.capacity(),
                all.architectures(),
                all.gpus(),
                all.images(),
                all.storage(),
                all.networking(),
                List.of(missing));
    }

    private static ValidatableResponse connect(URI address) {
        return connect(NICE, address);
    }

    private static ValidatableResponse connect(SiteId site, URI address) {
        return call().body("""
                        {"site": "%s", "name": "Nice", "address": "%s", "account": "demo@demo", "secret": "%s",
                         "country": "FR"}""".formatted(site, address, SECRET))
                .post("/api/v1/sites")
                .then();
    }

    private static ValidatableResponse see() {
        return get("");
    }

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1/sites/" + NICE + path).then();
    }

    private static ValidatableResponse post(String what) {
        return call().post("/api/v1/sites/" + NICE + "/" + what).then();
    }

    private static ValidatableResponse put(String what, String body) {
        return call().body(body).put("/api/v1/sites/" + NICE + "/" + what).then();
    }

    private static RequestSpecification call() {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Optional<Object> column(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(database.createNativeQuery(
                                "select " + name + " from broker.site where site = :site", String.class)
                        .setParameter("site", NICE.value())
                        .getSingleResult()));
    }
}
