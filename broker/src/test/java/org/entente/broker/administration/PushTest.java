package org.entente.broker.administration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.PARIS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.PostgresResource;
import org.entente.broker.image.CopyWork;
import org.entente.broker.site.FakeSite;
import org.entente.broker.site.HereAndNow;
import org.entente.broker.site.Probing;
import org.entente.broker.site.SiteException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engineer brings something to Paris and Lyon, and learns for each what became of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "erik", roles = "engineer")
class PushTest {
    private static final String PUSHES = "/api/v1/sites/pushes";
    private static final String ALL = "{\"all\": true}";
    private static final String FLAVOUR =
            "{\"flavour\": {\"name\": \"edge.small\", \"vcpu\": 2, \"memoryGib\": \"1.5\", \"diskGib\": 10}}";
    private static final String OTHER_FLAVOUR =
            "{\"flavour\": {\"name\": \"edge.small\", \"vcpu\": 4, \"memoryGib\": \"1.5\", \"diskGib\": 10}}";
    private static final String QUOTA = "{\"quota\": {\"vcpu\": 20, \"memoryGib\": \"40\"}}";

    @Inject
    Federation federation;

    @Inject
    PushTargets targets;

    @Inject
    Pushing pushing;

    @Inject
    PushConfig config;

    @Inject
    MovableClock clock;

    @Inject
    Probing probing;

    @Inject
    CopyWork copies;

    private FakeSite paris = new FakeSite();
    private FakeSite lyon = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
        lyon = federation.connect(LYON);
    }

    @Test
    void everySiteGetsItOnceAndSaysSo() {
        String push = push(FLAVOUR, ALL);
        see(push).body("state", equalTo("waiting")).body("waiting", equalTo(2));

        work();

        see(push)
                .body("state", equalTo("done"))
                .body("done", equalTo(2))
                .body("kind", equalTo("flavour"))
                .body("name", equalTo("edge.small"))
                .body("askedBy", equalTo("erik"))
                .body("sites.site", contains(LYON.value(), PARIS.value()))
                .body("sites.change", contains("made", "made"))
                .body("sites[0].sentence", equalTo("The flavour edge.small was made."));
        String again = push(FLAVOUR, ALL);
        work();
        see(again).body("sites.change", contains("unchanged", "unchanged"));
        assertThat(paris.fakeAdministration().changes()).isEqualTo(1);
    }

    @Test
    void whatIsThereOtherwiseIsRefusedWithTheReasonAndLeftAsItIs() {
        push(FLAVOUR, names(PARIS.value()));
        work();

        String push = push(OTHER_FLAVOUR, ALL);
        work();

        see(push)
                .body("state", equalTo("refused"))
                .body("done", equalTo(1))
                .body("refused", equalTo(1))
                .body("sites[1].code", equalTo("DIFFERS"))
                .body("sites[1].sentence", containsString("another flavour edge.small"));
        given().queryParam("state", "refused")
                .get(PUSHES + "/" + push)
                .then()
                .body("sites.site", contains(PARIS.value()));
    }

    @Test
    void newestQuotaStands() {
        push(QUOTA, ALL);
        String newest = push("{\"quota\": {\"vcpu\": 30}}", ALL);

        work();
        work();

        see(newest).body("done", equalTo(2)).body("sites.change", contains("changed", "changed"));
        assertThat(paris.fakeAdministration().changes()).isEqualTo(2);
    }

    @Test
    void siteThatDoesNotAnswerIsAskedAgainWhileTheOthersAreDone() {
        paris.fails(SiteException.Code.UNREACHABLE, "Paris does not answer.");
        String push = push(FLAVOUR, ALL);
        work();
        see(push)
                .body("done", equalTo(1))
                .body("sites[1].state", equalTo("waiting"))
                .body("sites[1].code", equalTo("UNREACHABLE"))
                .body("sites[1].finishedAt", nullValue());

        paris.recovers();
        clock.forward(config.retryAfter());
        work();

        see(push).body("state", equalTo("done")).body("sites[1].attempts", equalTo(2));
    }

    @Test
    void siteThatIsOutOfReachIsNotCalledAndIsAskedAtOnceWhenItReturns() {
        paris.fails(SiteException.Code.UNREACHABLE, "Paris does not answer.");
        probing.again();
        String push = push(FLAVOUR, ALL);
        work();
        see(push).body("sites[1].sentence", containsString("out of reach since"));

        paris.recovers();
        probing.again();
        work();

        see(push).body("state", equalTo("done"));
    }

    @Test
    void siteThatNeverAnswersIsRefusedAtTheDeadline() {
        paris.fails(SiteException.Code.UNREACHABLE, "Paris does not answer.");
        String push = push(FLAVOUR, ALL);
        work();

        clock.forward(Duration.ofMinutes(10));
        work();

        see(push)
                .body("state", equalTo("refused"))
                .body("sites[1].code", equalTo("DEADLINE"))
                .body("sites[1].sentence", containsString("Paris does not answer."))
                .body("sites[1].finishedAt", notNullValue());
    }

    @Test
    void siteThatRefusesIsNotAskedAgain() {
        paris.fails(SiteException.Code.UNAUTHORIZED, "Paris lets only administrators make flavours.");
        String push = push(FLAVOUR, names(PARIS.value()));
        work();

        see(push).body("sites[0].code", equalTo("UNAUTHORIZED")).body("sites[0].attempts", equalTo(1));
    }

    @Test
    void imageIsCopiedStaysAndHasItsName() {
        byte[] bytes = "an image".getBytes(StandardCharsets.UTF_8);
        lyon.fakeImages().holds("debian", bytes, sha256(bytes));
        String what =
                "{\"image\": {\"name\": \"debian-13\", \"fromSite\": {\"site\": \"alba-lyon\", \"name\": \"debian\"}}}";
        String push = push(what, names(PARIS.value()));
        work();
        see(push).body("sites[0].code", equalTo("COPYING"));

        copies.run();
        clock.forward(config.retryAfter());
        work();

        see(push).body("sites[0].state", equalTo("done")).body("sites[0].change", equalTo("made"));
        assertThat(paris.fakeImages().named("debian-13")).isPresent();
        clock.forward(Duration.ofDays(30));
        copies.sweep();
        copies.run();
        assertThat(paris.fakeImages().named("debian-13")).isPresent();
        String again = push(what, names(PARIS.value()));
        work();
        see(again).body("sites[0].change", equalTo("unchanged"));
    }

    @Test
    void sitesAreChosenByWhatTheyHaveInCommon() {
        label(PARIS.value(), "tier=edge");

        see(push(FLAVOUR, "{\"labels\": [\"tier=edge\"], \"countries\": [\"FR\"], \"technologies\": [\"OPENSTACK\"]}"))
                .body("sites.site", contains(PARIS.value()));
        see(push(FLAVOUR, "{\"states\": [\"available\"]}")).body("sites", hasSize(2));
        post(FLAVOUR, "{\"countries\": [\"DE\"]}").statusCode(422).body("code", equalTo("PUSH_SITES"));
        post(FLAVOUR, "{}").statusCode(422).body("code", equalTo("PUSH_SITES"));
        post(FLAVOUR, names("nowhere")).statusCode(404).body("code", equalTo("SITE_UNKNOWN"));
        post(FLAVOUR, "{\"states\": [\"asleep\"]}").statusCode(422).body("code", equalTo("SITE_SELECTOR"));
    }

    @Test
    void whatIsNotExactlyOneThingIsRefused() {
        post("{}", ALL).statusCode(422).body("code", equalTo("PUSH_CONTENT"));
        post("{\"quota\": {}}", ALL).statusCode(422).body("code", equalTo("PUSH_CONTENT"));
        post("{\"key\": {\"name\": \"entente-1\", \"publicKey\": \"ssh-rsa AAAA\"}}", ALL)
                .statusCode(400);
    }

    @Test
    void repeatWithTheSameKeyIsTheSamePush() {
        String key = UUID.randomUUID().toString();
        String first = post(FLAVOUR, ALL, key).statusCode(202).extract().path("push");

        assertThat(post(FLAVOUR, ALL, key).statusCode(202).extract().<String>path("push"))
                .isEqualTo(first);
        given().get(PUSHES).then().body("push", contains(first));
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void pushesAreEngineersBusiness() {
        post(FLAVOUR, ALL).statusCode(403);
        given().get(PUSHES).then().statusCode(403);
    }

    /** Every attempt that is due now. */
    private void work() {
        new PushJob(targets, pushing, config, clock, new HereAndNow()).tick();
    }

    private static String push(String what, String sites) {
        return post(what, sites).statusCode(202).extract().path("push");
    }

    private static ValidatableResponse post(String what, String sites) {
        return post(what, sites, UUID.randomUUID().toString());
    }

    private static ValidatableResponse post(String what, String sites, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"what\": " + what + ", \"sites\": " + sites + ", \"within\": \"PT10M\"}")
                .post(PUSHES)
                .then();
    }

    private static ValidatableResponse see(String push) {
        return given().get(PUSHES + "/" + push).then().statusCode(200);
    }

    private static void label(String site, String label) {
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"labels\": [\"" + label + "\"]}")
                .put("/api/v1/sites/" + site + "/labels")
                .then()
                .statusCode(200)
                .body("labels", contains(label));
    }

    private static String names(String site) {
        return "{\"names\": [\"" + site + "\"]}";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
