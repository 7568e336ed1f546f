package org.entente.broker.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.language.OrderId;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Peers;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.peering.BorealOrders;
import org.entente.broker.provisioning.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees which deployment, what is said of it, and who may end it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeploymentResourceTest {
    private static final String DEPLOYMENTS = "/api/v1/deployments";

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    BorealOrders boreal;

    @Inject
    Post post;

    @Inject
    Work work;

    @Inject
    MovableClock clock;

    private OrderId ofAcme = new OrderId("none");
    private OrderPlaced ofBoreal = new OrderPlaced(ofAcme, BorealOrders.AGREEMENT, MovableClock.NOON, List.of());

    @BeforeEach
    void begin() {
        federation.begin();
        federation.connect(PARIS);
        ofAcme = deployments.order(AT_PARIS);
        ofBoreal = boreal.of(PARIS);
        boreal.handIn(ofBoreal);
        work.settle();
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
    void aTenantSeesItsOwnOnly() {
        clock.forward(Duration.ofHours(1));

        given().get(DEPLOYMENTS)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.order", contains(ofAcme.value()))
                .body("items[0].state", equalTo("active"))
                .body("items[0].instances[0].address", equalTo("10.0.0.7"))
                .body("items[0].costSoFar", startsWith("0.02"));
        given().get(DEPLOYMENTS + "/" + ofAcme).then().statusCode(200);
        given().get(DEPLOYMENTS + "/" + ofBoreal.order())
                .then()
                .statusCode(404)
                .body("code", equalTo("DEPLOYMENT_UNKNOWN"));
        given().delete(DEPLOYMENTS + "/" + ofBoreal.order()).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "gus", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "globex"))
    void anotherTenantNeitherSeesNorEndsIt() {
        given().get(DEPLOYMENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("total", equalTo(0));
        given().get(DEPLOYMENTS + "/" + ofAcme)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("DEPLOYMENT_UNKNOWN"));
        given().delete(DEPLOYMENTS + "/" + ofAcme).then().statusCode(404);

        assertThat(deployments.state(ofAcme)).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    @TestSecurity(user = "dora", roles = "devops")
    @OidcSecurity
    void anAccountWithoutATenantSeesNothing() {
        given().get(DEPLOYMENTS).then().statusCode(403).body("code", equalTo("TENANT_MISSING"));
    }

    @Test
    @TestSecurity(user = "erik", roles = "engineer")
    void theOperatorsOwnPeopleSeeAllAndEndNothing() {
        given().get(DEPLOYMENTS)
                .then()
                .statusCode(200)
                .body(
                        "items.order",
                        containsInAnyOrder(ofAcme.value(), ofBoreal.order().value()))
                .body("items.partner", hasItem("boreal"))
                .body("items.tenant", hasItem("acme"));
        given().get(DEPLOYMENTS + "?size=1&page=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", equalTo(2));

        given().delete(DEPLOYMENTS + "/" + ofAcme).then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "erik", roles = "engineer")
    void pagesHaveTheirLimits() {
        given().get(DEPLOYMENTS + "?size=201").then().statusCode(400).body("code", equalTo("REQUEST_INVALID"));
        given().get(DEPLOYMENTS + "?size=0").then().statusCode(400);
        given().get(DEPLOYMENTS + "?page=-1").then().statusCode(400);
    }

    @Test
    void nobodySeesAnythingWithoutLogIn() {
        given().get(DEPLOYMENTS).then().statusCode(401);
        given().delete(DEPLOYMENTS + "/" + ofAcme).then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
    void endingTwiceIsTheSame() {
        given().delete(DEPLOYMENTS + "/" + ofAcme)
                .then()
                .statusCode(202)
                .body("state", equalTo("ending"))
                .body("instances[0].reason", equalTo("waits for alba-paris to end it"));
        given().delete(DEPLOYMENTS + "/" + ofAcme).then().statusCode(202);
        work.settle();

        given().delete(DEPLOYMENTS + "/" + ofAcme).then().statusCode(202).body("state", equalTo("ended"));
        given().get(DEPLOYMENTS + "/" + ofAcme).then().body("instances[0].reason", nullValue());
    }

    @Test
    @TestSecurity(user = "ada", roles = "devops")
    @OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
    void aWaitingOrderSaysForWhomUntilWhenAndWhy() {
        OrderId waiting = deployments.order(AT_OSLO);
        work.run();
        post.fails(Peers.BOREAL, "boreal cannot be reached: nothing answers there");

        given().get(DEPLOYMENTS + "/" + waiting)
                .then()
                .statusCode(200)
                .body("state", equalTo("placing"))
                .body("reason", startsWith("waits for boreal until 2027-06-01 12:1"))
                .body("instances[0].state", equalTo("planned"))
                .body("instances[0].reason", startsWith("waits for boreal to accept it until 2027-06-01 12:1"));
    }
}
