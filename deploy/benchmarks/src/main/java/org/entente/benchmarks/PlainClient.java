package org.entente.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.entente.broker.site.Endpoint;

/**
 * The least that a client of OpenStack does to make a server: it looks up the flavour, the image and the only network, and
 * asks for the server. It keeps its connections and its log-in, as the adapter does, and nothing else of what the adapter does.
 */
final class PlainClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final JsonNode catalogue;

    /** Logs in. The account reads {@code USER@PROJECT}. */
    PlainClient(Endpoint endpoint) throws IOException, InterruptedException {
        String[] account = endpoint.account().split("@", 2);
        Map<String, Object> domain = Map.of("name", "Default");
        Map<String, Object> user = Map.of("name", account[0], "domain", domain, "password", endpoint.secret());
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(endpoint.address() + "/auth/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(body(Map.of(
                                "auth",
                                Map.of(
                                        "identity",
                                        Map.of("methods", new String[] {"password"}, "password", Map.of("user", user)),
                                        "scope",
                                        Map.of("project", Map.of("name", account[1], "domain", domain))))))
                        .build(),
                BodyHandlers.ofByteArray());
        this.token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
        this.catalogue = JSON.readTree(answer.body()).at("/token/catalog");
    }

    /** Asks for a server, and returns its id once it is accepted. */
    String create(String name, String flavour, String image) throws IOException, InterruptedException {
        String flavourId = idOf(get("compute", "/flavors/detail").path("flavors"), flavour);
        String imageId = idOf(get("image", "/v2/images?name=" + image).path("images"), image);
        String networkId = get("network", "/v2.0/networks").at("/networks/0/id").asText();
        Map<String, Object> server = Map.of(
                "name", name,
                "flavorRef", flavourId,
                "imageRef", imageId,
                "networks", new Object[] {Map.of("uuid", networkId)});
        HttpRequest.Builder request = request("compute", "/servers")
                .header("Content-Type", "application/json")
                .POST(body(Map.of("server", server)));
        return send(request).at("/server/id").asText();
    }

    /** What Nova says of the servers of one name. */
    JsonNode servers(String name) throws IOException, InterruptedException {
        return get("compute", "/servers/detail?name=" + name).path("servers");
    }

    void delete(String id) throws IOException, InterruptedException {
        http.send(request("compute", "/servers/" + id).DELETE().build(), BodyHandlers.discarding());
    }

    private JsonNode get(String service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(addressOf(service) + path)).header("X-Auth-Token", token);
    }

    private String addressOf(String type) {
        for (JsonNode service : catalogue) {
            for (JsonNode endpoint : service.path("endpoints")) {
                if (type.equals(service.path("type").asText())
                        && "public".equals(endpoint.path("interface").asText())) {
                    return endpoint.path("url").asText().replaceFirst("/$", "");
                }
            }
        }
        throw new IllegalStateException("The site has no service " + type);
    }

    private static String idOf(JsonNode things, String name) {
        for (JsonNode thing : things) {
            if (name.equals(thing.path("name").asText())) {
                return thing.path("id").asText();
            }
        }
        throw new IllegalStateException("The site has nothing named " + name);
    }

    private static HttpRequest.BodyPublisher body(Object content) throws IOException {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(content));
    }
}
