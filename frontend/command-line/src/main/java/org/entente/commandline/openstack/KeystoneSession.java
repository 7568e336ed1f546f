package org.entente.commandline.openstack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.entente.commandline.http.Answer;
import org.entente.commandline.http.ApiException;
import org.entente.commandline.http.Callee;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.http.Wire;
import org.entente.commandline.progress.CommandException;

/**
 * A log-in at Keystone (Identity API v3).
 *
 * @param compute the public endpoint of Nova, from the catalogue
 */
record KeystoneSession(String token, URI compute) {
    static final String ADVICE = "start it with ./entente lab openstack";
    private static final Map<String, String> DOMAIN = Map.of("name", "Default");

    static KeystoneSession logIn(HttpCalls http, URI keystone, String account, String secret) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keystone + "/auth/tokens"))
                .timeout(HttpCalls.TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Wire.text(logInRequest(account, secret))))
                .build();
        Answer answer = http.send(request, new Callee("The lab's Keystone", keystone, ADVICE));
        if (answer.status() == 401) {
            throw new ApiException(
                    ApiException.LOG_IN_REFUSED,
                    "The lab's Keystone at " + keystone + " refuses the account " + account);
        }
        JsonNode catalogue = answer.expect(201)
                .as(new TypeReference<JsonNode>() {})
                .path("token")
                .path("catalog");
        String token = answer.header("X-Subject-Token")
                .orElseThrow(() ->
                        new ApiException(ApiException.ANSWER_UNEXPECTED, "The lab's Keystone gave no X-Subject-Token"));
        return new KeystoneSession(token, compute(catalogue));
    }

    private static Map<String, Object> logInRequest(String account, String secret) {
        String[] parts = account.split("@", 2);
        if (parts.length != 2) {
            throw new CommandException("The lab's account must be USER@PROJECT, but was " + account);
        }
        return Map.of(
                "auth",
                Map.of(
                        "identity",
                        Map.of(
                                "methods",
                                List.of("password"),
                                "password",
                                Map.of("user", Map.of("name", parts[0], "domain", DOMAIN, "password", secret))),
                        "scope",
                        Map.of("project", Map.of("name", parts[1], "domain", DOMAIN))));
    }

    private static URI compute(JsonNode catalogue) {
        for (JsonNode service : catalogue) {
            for (JsonNode endpoint : service.path("endpoints")) {
                if (service.path("type").asText().equals("compute")
                        && endpoint.path("interface").asText().equals("public")) {
                    return URI.create(endpoint.path("url").asText());
                }
            }
        }
        throw new ApiException(
                ApiException.ANSWER_UNEXPECTED, "The lab's Keystone lists no public endpoint of a compute service");
    }
}
