package org.entente.simulator.contract;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import org.entente.broker.site.Endpoint;

/** An OpenStack client of its own for the tests, to see what is there without the adapter. */
record PlainOpenStack(Endpoint endpoint) {
    int count(String serverName) {
        Response login = logIn();
        String compute = login.path(
                "token.catalog.find { it.type == 'compute' }.endpoints.find { it.interface == 'public' }.url");
        return given().header("X-Auth-Token", login.header("X-Subject-Token"))
                .queryParam("name", "^" + serverName + "$")
                .get(compute + "/servers/detail")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("servers.size()");
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
