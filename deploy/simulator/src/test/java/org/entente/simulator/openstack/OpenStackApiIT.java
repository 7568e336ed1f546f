package org.entente.simulator.openstack;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.entente.simulator.process.RunningSimulator;
import org.entente.simulator.process.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
final class OpenStackApiIT {
    private static final String SITE = "/openstack/api-openstack";

    private final RunningSimulator simulator;

    OpenStackApiIT(RunningSimulator simulator) {
        this.simulator = simulator;
    }

    @Test
    void logInGivesATokenAndTheSitesOwnCatalogue() {
        logIn("api-openstack", "simulator", "simulator")
                .statusCode(201)
                .body("token.project.name", equalTo("simulator"))
                .body(
                        "token.catalog.find { it.type == 'compute' }.endpoints[0].url",
                        equalTo(simulator.address() + SITE + "/compute/v2.1"));
    }

    @Test
    void wrongPasswordOrProjectIsRefusedInKeystonesForm() {
        for (var refused : new ValidatableResponse[] {
            logIn("api-openstack", "wrong", "simulator"), logIn("api-openstack", "simulator", "wrong")
        }) {
            refused.statusCode(401)
                    .body("error.code", equalTo(401))
                    .body("error.message", equalTo("The request you have made requires authentication."));
        }
    }

    @Test
    void tokenOfAnotherSiteIsRefused() {
        String token = logIn("other", "simulator", "simulator").extract().header("X-Subject-Token");

        simulator
                .call()
                .header("X-Auth-Token", token)
                .get(SITE + "/compute/v2.1/flavors/detail")
                .then()
                .statusCode(401);
        simulator.call().get(SITE + "/image/v2/images").then().statusCode(401);
        simulator.call().get(SITE + "/network/v2.0/networks").then().statusCode(401);
    }

    @Test
    void versionDocumentNeedsNoLogIn() {
        simulator
                .call()
                .get(SITE + "/compute/v2.1/")
                .then()
                .statusCode(200)
                .body("version.id", equalTo("v2.1"))
                .body("version.min_version", equalTo("2.1"));
    }

    @Test
    void flavoursAndImagesAreNamedAsInTheLab() {
        call().get(SITE + "/compute/v2.1/flavors/detail")
                .then()
                .statusCode(200)
                .body("flavors.find { it.name == 'm1.tiny' }.ram", equalTo(512))
                .body("flavors.find { it.name == 'm1.medium' }.vcpus", equalTo(2));
        call().queryParam("name", "cirros")
                .get(SITE + "/image/v2/images")
                .then()
                .statusCode(200)
                .body("images", hasSize(1))
                .body("images[0].status", equalTo("active"));
    }

    @Test
    void networkIsSharedAndNotTheProjectsOwn() {
        String project =
                logIn("api-openstack", "simulator", "simulator").extract().path("token.project.id");

        call().queryParam("project_id", project)
                .get(SITE + "/network/v2.0/networks")
                .then()
                .body("networks", hasSize(0));
        call().queryParam("shared", "true")
                .queryParam("router:external", "false")
                .get(SITE + "/network/v2.0/networks")
                .then()
                .body("networks.shared", hasItem(true));
    }

    @Test
    void serverIsBuiltSeenAndDeleted() {
        String id = create(server("seen", flavour("m1.tiny")))
                .statusCode(202)
                .header("Location", containsString("/compute/v2.1/servers/"))
                .extract()
                .path("server.id");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> "ACTIVE".equals(show(id).extract().path("server.status")));
        show(id).body("server.addresses.edge[0].version", equalTo(4))
                .body("server.metadata.entente-instance", equalTo("seen"));

        call().delete(SITE + "/compute/v2.1/servers/" + id).then().statusCode(204);

        await().atMost(Duration.ofSeconds(10)).until(() -> show(id).extract().statusCode() == 404);
        call().delete(SITE + "/compute/v2.1/servers/" + id)
                .then()
                .statusCode(404)
                .body("itemNotFound.message", endsWith("could not be found."));
    }

    @Test
    void serverOfUnknownPartsIsABadRequest() {
        create(server("refused", "nowhere"))
                .statusCode(400)
                .body("badRequest.message", equalTo("Flavor nowhere could not be found."));
        create(Map.of("flavorRef", flavour("m1.tiny")))
                .statusCode(400)
                .body("badRequest.message", endsWith("'name' is a required property"));
    }

    @Test
    void nameThatIsNoPatternIsABadRequest() {
        call().queryParam("name", "(")
                .get(SITE + "/compute/v2.1/servers/detail")
                .then()
                .statusCode(400);
    }

    private RequestSpecification call() {
        return simulator
                .call()
                .contentType("application/json")
                .header(
                        "X-Auth-Token",
                        logIn("api-openstack", "simulator", "simulator")
                                .extract()
                                .header("X-Subject-Token"));
    }

    private ValidatableResponse show(String id) {
        return call().get(SITE + "/compute/v2.1/servers/" + id).then();
    }

    private ValidatableResponse create(Map<String, Object> server) {
        return call().body(Map.of("server", server))
                .post(SITE + "/compute/v2.1/servers")
                .then();
    }

    private Map<String, Object> server(String name, String flavour) {
        return Map.of(
                "name", name, "flavorRef", flavour, "imageRef", image(), "metadata", Map.of("entente-instance", name));
    }

    private String flavour(String name) {
        return call().get(SITE + "/compute/v2.1/flavors/detail").path("flavors.find { it.name == '" + name + "' }.id");
    }

    private String image() {
        return call().get(SITE + "/image/v2/images").path("images[0].id");
    }

    private ValidatableResponse logIn(String site, String password, String project) {
        Map<String, Object> domain = Map.of("name", "Default");
        Map<String, Object> user = Map.of("name", "simulator", "domain", domain, "password", password);
        return simulator
                .call()
                .contentType("application/json")
                .body(Map.of(
                        "auth",
                        Map.of(
                                "identity",
                                Map.of("methods", new String[] {"password"}, "password", Map.of("user", user)),
                                "scope",
                                Map.of("project", Map.of("name", project, "domain", domain)))))
                .post("/openstack/{site}/identity/v3/auth/tokens", site)
                .then();
    }
}
