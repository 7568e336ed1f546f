package org.entente.broker.orphan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.provisioning.Work;
import org.entente.broker.site.FakeSite;
import org.entente.broker.site.Probing;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody needs is found by a sweep, listed for engineers, and removed when they say so. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OrphanTest {
    private static final String ORPHANS = "/api/v1/sites/{site}/orphans";
    private static final InstanceId LOST = new InstanceId("lost");

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Work work;

    @Inject
    OrphanJob job;

    @Inject
    MovableClock clock;

    @Inject
    Probing probing;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
        deployments.order(AT_PARIS);
        work.settle();
        paris.create(
                LOST,
                new Workload.VirtualMachine(
                        FakeSite.IMAGE, FakeSite.FLAVOUR, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN));
    }

    @Test
    @TestSecurity(user = "eve", roles = "engineer")
    void onlyWhatNoInstanceNeedsIsAnOrphanAndGoesWhenAsked() {
        job.sweepDue();

        UUID orphan = UUID.fromString(given().get(ORPHANS, PARIS.value())
                .then()
                .statusCode(200)
                .body("orphans", hasSize(1))
                .body("orphans[0].instance", equalTo("lost"))
                .body("orphans[0].state", equalTo("found"))
                .extract()
                .path("orphans[0].orphan"));
        given().delete(ORPHANS + "/{orphan}", PARIS.value(), orphan).then().statusCode(202);
        job.sweepDue();

        assertThat(paris.holds()).isEqualTo(1);
        given().get(ORPHANS, PARIS.value()).then().body("orphans", hasSize(0));
        given().delete(ORPHANS + "/{orphan}", PARIS.value(), orphan).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "eve", roles = "engineer")
    void siteIsNotSweptAgainBeforeItsPauseIsOver() {
        job.sweepDue();
        paris.delete(LOST);

        job.sweepDue();
        given().get(ORPHANS, PARIS.value()).then().body("orphans", hasSize(1));
        clock.forward(Duration.ofMinutes(11));
        job.sweepDue();

        given().get(ORPHANS, PARIS.value()).then().body("orphans", hasSize(0));
    }

    @Test
    @TestSecurity(user = "eve", roles = "engineer")
    void whatIsThereWhenACutOffSiteAnswersAgainIsAnOrphanAtOnceAndSaysWhy() {
        paris.delete(LOST);
        job.sweepDue();
        paris.fails(SiteException.Code.UNREACHABLE, "alba-paris did not answer in time");
        probing.again();
        paris.recovers();
        paris.create(
                LOST,
                new Workload.VirtualMachine(
                        FakeSite.IMAGE, FakeSite.FLAVOUR, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN));

        probing.again();
        job.sweepDue();

        given().get(ORPHANS, PARIS.value())
                .then()
                .body("orphans", hasSize(1))
                .body("orphans[0].instance", equalTo("lost"))
                .body("orphans[0].because", containsString("answered again after it was cut off"));
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    void orphansAreEngineersBusiness() {
        given().get(ORPHANS, PARIS.value()).then().statusCode(403);
        given().delete(ORPHANS + "/{orphan}", PARIS.value(), UUID.randomUUID())
                .then()
                .statusCode(403);
    }
}
