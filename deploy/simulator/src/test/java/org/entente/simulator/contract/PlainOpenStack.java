package org.entente.simulator.contract;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.entente.broker.site.Endpoint;

/** An OpenStack client of its own for the tests, to see what is there without the adapter. */
record PlainOpenStack(Endpoint endpoint) {
    int count(String serverName) {
        return compute()
                .queryParam("name", "^" + serverName + "$")
                .get("/servers/detail")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("servers.size()");
    }

    /** Ends what a test made, whether it is there or not. */
    void removeFlavour(String name) {
        List<String> ids = compute()
                .get("/flavors/detail?is_public=None")
                .then()
                .statusCode(200)
                .extract()
                .path("flavors.findAll { it.name == '" + name + "' }.id");
        ids.forEach(id -> compute().delete("/flavors/" + id));
    }

    void removeKey(String name) {
        compute().delete("/os-keypairs/" + name);
    }

    void removeImage(String id) {
        service("image").delete("/v2/images/" + id);
    }

    /** How many instances the project may hold. */
    int instancesMax() {
        return compute()
                .get("/os-quota-sets/" + projectId())
                .then()
                .statusCode(200)
                .extract()
                .path("quota_set.instances");
    }

    void limitInstances(int most) {
        compute()
                .contentType("application/json")
                .body(Map.of("quota_set", Map.of("instances", most)))
                .put("/os-quota-sets/" + projectId())
                .then()
                .statusCode(200);
    }

    private String projectId() {
        return logIn().path("token.project.id");
    }

    private RequestSpecification compute() {
        return service("compute");
    }

    private RequestSpecification service(String type) {
        Response login = logIn();
        String address = login.path(
                "token.catalog.find { it.type == '" + type + "' }.endpoints.find { it.interface == 'public' }.url");
        return given().baseUri(address).header("X-Auth-Token", login.header("X-Subject-Token"));
    }

    private Response logIn() {
        String[] account = endpoint.account().split("@", 2);
        Map<String, String> domain = Map.of("name", "Default");
        Map<String, Object> user = Map.of("name", account[0], "domain", domain, "password", endpoint.secret());
        return given().contentType("application/json")
                .body(Map.of(
                        "auth",
                        Map.of(
                                "identity",
                                Map.of("methods", new String[] {"password"}, "password", Map.of("user", user)),
                                "scope",
                                Map.of("project", Map.of("name", account[1], "domain", domain)))))
                .post(endpoint.address() + "/auth/tokens")
                .then()
                .statusCode(201)
                .extract()
                .response();
    }
}
