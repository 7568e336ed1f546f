package org.entente.broker.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.site.SiteImages;
import org.entente.broker.site.Workload;
import org.entente.broker.technology.CannedSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter makes of answers that no sound OpenStack gives. */
final class HostileOpenStackTest {
    private static final InstanceId INSTANCE = new InstanceId("one");
    private static final String LOG_IN = "POST /v3/auth/tokens";
    private static final String LIST = "GET /compute/servers/detail";
    private static final String KEY = "DELETE /compute/os-keypairs/entente-one";
    private static final String VERSION =
            "{\"version\": {\"id\": \"v2.1\", \"version\": \"2.93\", \"min_version\": \"2.1\"}}";
    private static final String SERVER = """
        {"id": "%s", "name": "entente-one", "status": "%s", "metadata": {"entente-instance": "%s"}}\
        """;

    private static final String CREATE = "POST /compute/servers";
    private static final String FLAVOURS = "GET /compute/flavors/detail";
    private static final String FLAVOUR = "{\"flavors\": [{\"id\": \"f\", \"name\": \"m1.tiny\"}]}";

    private final CannedSite canned = new CannedSite();
    private final OpenStackSite site =
            new OpenStackSite(new Endpoint(canned.address().resolve("/v3/"), "me@here", "secret", ""));

    @BeforeEach
    void logsIn() {
        canned.answers(LOG_IN, 201, token(service("compute", canned.address() + "/compute/")));
        canned.answers("GET /compute/", 200, VERSION);
        canned.answers(KEY, 404, "{}");
    }

    @AfterEach
    void close() {
        canned.close();
    }

    @Test
    void catalogueWithoutNovaIsBroken() {
        canned.answers(LOG_IN, 201, token(service("image", canned.address() + "/image")));

        assertRefused(Code.BROKEN, "no public compute service", () -> site.observe(INSTANCE));
    }

    @Test
    void tokenWithoutCatalogueIsBroken() {
        canned.answers(LOG_IN, 201, "{\"token\": {\"project\": {\"id\": \"p\"}}}");

        assertRefused(Code.BROKEN, "no public compute service", () -> site.observe(INSTANCE));
    }

    @Test
    void catalogueThatPointsElsewhereThanHttpIsBroken() {
        canned.answers(LOG_IN, 201, token(service("compute", "file:///etc/passwd")));

        assertRefused(Code.BROKEN, "over HTTP", () -> site.observe(INSTANCE));
    }

    @Test
    void keystoneThatIsNoKeystoneIsBroken() {
        canned.answers(LOG_IN, 201, "garbage");
        assertRefused(Code.BROKEN, "not its API's JSON", () -> site.observe(INSTANCE));

        canned.answersInHtml(LOG_IN, 404);
        assertRefused(Code.NOT_OFFERED, "404", () -> site.observe(INSTANCE));
    }

    @Test
    void listThatIsMissingIsNoEmptyList() {
        canned.answersInHtml(LIST, 404);

        assertRefused(Code.NOT_OFFERED, "404", () -> site.observe(INSTANCE));
    }

    @Test
    void listThatIsGarbageIsBroken() {
        canned.answers(LIST, 200, "{\"servers\": [");

        assertRefused(Code.BROKEN, "not its API's JSON", () -> site.observe(INSTANCE));

        canned.answers(LIST, 200, "{}");
        assertRefused(Code.BROKEN, "no list of servers", () -> site.observe(INSTANCE));
    }

    @Test
    void deletionThatFailsIsNoSuccess() {
        canned.answers(LIST, 200, list(SERVER.formatted("a", "ACTIVE", "one")));
        canned.answersInHtml("DELETE /compute/servers/a", 503);

        assertRefused(Code.UNREACHABLE, "503", () -> site.delete(INSTANCE));
    }

    @Test
    void deletionOfWhatIsGoneMeanwhileIsNoError() {
        canned.answers(LIST, 200, list(SERVER.formatted("a", "ACTIVE", "one")));
        canned.answers("DELETE /compute/servers/a", 404, "{\"itemNotFound\": {\"code\": 404, \"message\": \"gone\"}}");

        site.delete(INSTANCE);

        assertThat(canned.count("DELETE /compute/servers/a")).isEqualTo(1);
    }

    @Test
    void serversMadeTwiceAreBothEnded() {
        canned.answers(LIST, 200, list(SERVER.formatted("a", "ACTIVE", "one"), SERVER.formatted("b", "BUILD", "one")));
        canned.answers("DELETE /compute/servers/a", 204, "");
        canned.answers("DELETE /compute/servers/b", 204, "");

        site.delete(INSTANCE);

        assertThat(canned.count("DELETE /compute/servers/a")).isEqualTo(1);
        assertThat(canned.count("DELETE /compute/servers/b")).isEqualTo(1);
    }

    @Test
    void serverOfTheSameNameThatIsNotOursIsLeftAlone() {
        canned.answers(LIST, 200, list(SERVER.formatted("a", "ACTIVE", "another")));

        site.delete(INSTANCE);

        assertThat(site.observe(INSTANCE)).isEqualTo(new Observation.Absent());
        assertThat(canned.count("DELETE /compute/servers/a")).isZero();
    }

    @Test
    void tokenRefusedTwiceIsUnauthorizedAfterOneRenewal() {
        canned.answers(LIST, 401, "{\"error\": {\"code\": 401, \"message\": \"expired\"}}");

        assertRefused(Code.UNAUTHORIZED, "refused the log-in of me@here", () -> site.observe(INSTANCE));

        assertThat(canned.count(LOG_IN)).isEqualTo(2);
        assertThat(canned.count(LIST)).isEqualTo(2);
    }

    @Test
    void logInIsUsedAgain() {
        canned.answers(LIST, 200, list());

        site.observe(INSTANCE);
        site.observe(INSTANCE);

        assertThat(canned.count(LOG_IN)).isEqualTo(1);
    }

    @Test
    void ambiguousNetworkIsNotGuessed() {
        canned.answers(
                LOG_IN,
                201,
                token(
                        service("compute", canned.address() + "/compute"),
                        service("image", canned.address() + "/image"),
                        service("network", canned.address() + "/network")));
        canned.answers(LIST, 200, list());
        canned.answers(FLAVOURS, 200, FLAVOUR);
        canned.answers("GET /image/v2/images", 200, "{\"images\": [{\"id\": \"i\", \"name\": \"cirros\"}]}");
        canned.answers(
                "GET /network/v2.0/networks",
                200,
                "{\"networks\": [{\"id\": \"1\", \"name\": \"red\"}, {\"id\": \"2\", \"name\": \"blue\"}]}");

        assertRefused(Code.NOT_OFFERED, "red, blue", () -> site.create(INSTANCE, machine()));

        assertThat(canned.count("POST /compute/servers")).isZero();
    }

    @Test
    void wrongCredentialsAreUnauthorized() {
        canned.answers(LOG_IN, 401, "{\"error\": {\"code\": 401, \"message\": \"no\"}}");

        assertRefused(Code.UNAUTHORIZED, "refused the log-in of me@here", () -> site.create(INSTANCE, machine()));

        assertThat(canned.count("POST /compute/servers")).isZero();
    }

    @Test
    void tokenThatExpiresInTheMiddleIsRenewedOnce() {
        offersMachines();
        canned.answersOnce(FLAVOURS, 401, "{\"error\": {\"code\": 401, \"message\": \"expired\"}}");
        canned.answers(CREATE, 202, "{\"server\": {\"id\": \"a\"}}");

        site.create(INSTANCE, machine());

        assertThat(canned.count(LOG_IN)).isEqualTo(2);
        assertThat(canned.count(CREATE)).isEqualTo(1);
    }

    @Test
    void failureAfterTheServerWasMadeIsFoundByTheNextAttempt() {
        offersMachines();
        canned.answers(CREATE, 500, "{\"computeFault\": {\"code\": 500, \"message\": \"Unexpected\"}}");

        assertRefused(Code.UNREACHABLE, "500", () -> site.create(INSTANCE, machine()));
        canned.answers(LIST, 200, list(SERVER.formatted("a", "BUILD", "one")));
        site.create(INSTANCE, machine());

        assertThat(site.observe(INSTANCE)).isEqualTo(new Observation.Building());
        assertThat(canned.count(CREATE)).isEqualTo(1);
    }

    @Test
    void answerLostAfterTheServerWasMadeIsFoundByTheNextAttempt() {
        offersMachines();
        canned.hangsUpOnce(CREATE);

        assertRefused(Code.UNREACHABLE, "did not answer", () -> site.create(INSTANCE, machine()));
        canned.answers(LIST, 200, list(SERVER.formatted("a", "ACTIVE", "one")));
        site.create(INSTANCE, machine());

        assertThat(canned.count(CREATE)).isEqualTo(1);
    }

    @Test
    void flavourThatVanishesUnderwayIsNotOffered() {
        offersMachines();
        canned.answers(CREATE, 400, "{\"badRequest\": {\"code\": 400, \"message\": \"Flavor f could not be found.\"}}");

        assertRefused(Code.NOT_OFFERED, "Flavor f could not be found", () -> site.create(INSTANCE, machine()));
    }

    @Test
    void newSizeThatIsBeingConfirmedIsWaitedFor() {
        offersMachines();
        canned.answers(LIST, 200, list(SERVER.formatted("a", "VERIFY_RESIZE", "one")));
        for (int status : new int[] {400, 409}) {
            canned.answers(
                    "POST /compute/servers/a/action",
                    status,
                    "{\"fault\": {\"message\": \"Instance has not been resized.\"}}");

            assertThat(site.resize(INSTANCE, machine())).isFalse();
        }
    }

    @Test
    void usedUpQuotaIsExhausted() {
        offersMachines();
        canned.answers(CREATE, 403, "{\"forbidden\": {\"code\": 403, \"message\": \"Quota exceeded for cores\"}}");

        assertRefused(Code.EXHAUSTED, "Quota exceeded for cores", () -> site.create(INSTANCE, machine()));
    }

    @Test
    void answerWithoutAnEndIsCutOff() {
        canned.neverEnds(LIST);

        assertRefused(Code.BROKEN, "more than", () -> site.observe(INSTANCE));
    }

    @Test
    void redirectIsNotFollowedWhereverItLeads() {
        canned.redirects(LIST, canned.address() + "/inside");

        assertRefused(Code.BROKEN, "redirects elsewhere", () -> site.observe(INSTANCE));
        assertThat(canned.count("GET /inside")).isZero();

        canned.redirects(LOG_IN, canned.address() + "/inside");
        assertRefused(
                Code.BROKEN,
                "redirects elsewhere",
                () -> new OpenStackSite(new Endpoint(canned.address().resolve("/v3"), "me@here", "secret", ""))
                        .observe(INSTANCE));
        assertThat(canned.count("POST /inside")).isZero();
    }

    @Test
    void severalRegionsAreNotGuessed() {
        canned.answers(LOG_IN, 201, token("""
            {"type": "compute", "endpoints": [
              {"interface": "public", "region": "North", "url": "http://127.0.0.1:1/"},
              {"interface": "public", "region": "South", "url": "http://127.0.0.1:1/"}]}\
            """));

        assertRefused(Code.NOT_OFFERED, "North, South", () -> site.observe(INSTANCE));
    }

    @Test
    void siteThatHoldsOtherBytesThanItWasGivenKeepsNoneOfThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("image"), "an image");
        String image = """
            {"id": "i", "status": "%s", "disk_format": "raw", "os_hash_algo": "sha512", "os_hash_value": "00",
             "entente_sha256": "x"}\
            """;
        canned.answers(
                LOG_IN,
                201,
                token(
                        service("compute", canned.address() + "/compute"),
                        service("image", canned.address() + "/image")));
        canned.answers("GET /image/v2/images", 200, "{\"images\": []}");
        canned.answers("POST /image/v2/images", 201, image.formatted("queued"));
        canned.answers("PUT /image/v2/images/i/file", 204, "");
        canned.answers("GET /image/v2/images/i", 200, image.formatted("active"));
        canned.answers("DELETE /image/v2/images/i", 204, "");

        assertRefused(
                Code.BROKEN,
                "holds other bytes",
                () -> site.images().orElseThrow().bringIn(new SiteImages.NewImage("router", "raw", "x"), file));

        assertThat(canned.count("DELETE /image/v2/images/i")).isEqualTo(1);
    }

    private void offersMachines() {
        canned.answers(
                LOG_IN,
                201,
                token(
                        service("compute", canned.address() + "/compute"),
                        service("image", canned.address() + "/image")));
        canned.answers(LIST, 200, list());
        canned.answers(FLAVOURS, 200, FLAVOUR);
        canned.answers("GET /image/v2/images", 200, "{\"images\": [{\"id\": \"i\", \"name\": \"cirros\"}]}");
    }

    @Test
    void accountWithoutProjectIsUnauthorized() {
        for (String account : new String[] {"me", "@here", "me@", "", "application-credential:"}) {
            assertRefused(
                    Code.UNAUTHORIZED,
                    "USER@PROJECT",
                    () -> new OpenStackSite(new Endpoint(URI.create("http://127.0.0.1"), account, "secret", "")));
        }
        assertThat(OpenStackAccount.of("me@example.org@here"))
                .isEqualTo(new OpenStackAccount.Password("me@example.org", "here"));
    }

    private static void assertRefused(Code code, String words, ThrowingCallable call) {
        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(call)
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret"));
    }

    private static Workload machine() {
        return new Workload.VirtualMachine("cirros", "m1.tiny", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
    }

    private static String list(String... servers) {
        return "{\"servers\": [" + String.join(",", servers) + "]}";
    }

    private static String token(String... services) {
        return "{\"token\": {\"project\": {\"id\": \"p\", \"name\": \"here\"}, \"catalog\": ["
                + String.join(",", services) + "]}}";
    }

    private static String service(String type, String url) {
        return """
            {"type": "%s", "name": "any", "endpoints": [{"interface": "public", "region": "R", "url": "%s"}]}\
            """.formatted(type, url);
    }
}
