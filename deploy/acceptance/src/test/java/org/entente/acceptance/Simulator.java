package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The switches of the simulated sites. */
final class Simulator {
    private static final URI SITES = URI.create("http://127.0.0.1:" + (Entente.PORT_BASE + 10) + "/simulator/sites/");

    private final HttpClient http = HttpClient.newHttpClient();

    void turnOff(String site) throws IOException, InterruptedException {
        turn(site, "{\"unreachable\": true}");
    }

    void turnOn(String site) throws IOException, InterruptedException {
        turn(site, "{\"unreachable\": false}");
    }

    private void turn(String site, String switches) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(SITES.resolve(site))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(switches))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
