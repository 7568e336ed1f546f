package org.entente.simulator.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.simulator.process.RunningSimulator;
import org.entente.simulator.process.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
final class SwitchesIT {
    private final RunningSimulator simulator;

    SwitchesIT(RunningSimulator simulator) {
        this.simulator = simulator;
    }

    @Test
    void freshSiteIsCalmAndEmpty() {
        simulator
                .call()
                .get("/simulator/sites/fresh")
                .then()
                .statusCode(200)
                .body("switches.delayMillis", equalTo(200))
                .body("switches.failEvery", equalTo(0))
                .body("switches.unreachable", equalTo(false))
                .body("switches.quotaExceeded", equalTo(false))
                .body("servers", hasSize(0))
                .body("deployments", hasSize(0));
        simulator.call().get("/simulator/sites").then().body("sites", hasItem("fresh"));
    }

    @Test
    void whatIsLeftOutGoesBackToCalm() {
        simulator.turn("turned", Map.of("delayMillis", 5000, "quotaExceeded", true));
        simulator.turn("turned", Map.of("failEvery", 7));

        simulator
                .call()
                .get("/simulator/sites/turned")
                .then()
                .body("switches.delayMillis", equalTo(200))
                .body("switches.failEvery", equalTo(7))
                .body("switches.quotaExceeded", equalTo(false));
    }

    @Test
    void misspeltOrImpossibleSwitchIsRefusedAndChangesNothing() {
        for (String body : List.of("{\"failEvry\": 1}", "{\"failEvery\": -1}", "{\"delayMillis\": 9999999999}", "[")) {
            simulator
                    .call()
                    .contentType("application/json")
                    .body(body)
                    .put("/simulator/sites/careful")
                    .then()
                    .statusCode(400);
        }
        simulator.call().get("/simulator/sites/careful").then().body("switches.failEvery", equalTo(0));
    }

    @Test
    void badNameIsNoSite() {
        simulator.call().get("/simulator/sites/Not_A_Site").then().statusCode(404);
        simulator.call().get("/openstack/Not_A_Site/identity/v3").then().statusCode(404);
        simulator.call().get("/kubernetes/Not_A_Site/version").then().statusCode(404);
    }

    @Test
    void everySecondCallFailsInTheServicesOwnForm() {
        simulator.turn("failing", Map.of("failEvery", 2));

        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(call ->
                        simulator.call().get("/kubernetes/failing/version").statusCode())
                .toList();

        assertThat(statuses).containsExactly(200, 500, 200, 500);
        simulator.call().get("/openstack/failing/identity/v3").then().statusCode(200);
        simulator
                .call()
                .get("/openstack/failing/identity/v3")
                .then()
                .statusCode(500)
                .body("computeFault.code", equalTo(500));
    }

    @Test
    void unreachableSiteClosesTheConnectionAndOthersAnswer() throws IOException, InterruptedException {
        simulator.turn("cut", Map.of("unreachable", true));

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(simulator.address().resolve("/kubernetes/cut/version"))
                    .build();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()));

            simulator.call().get("/kubernetes/whole/version").then().statusCode(200);
            simulator.turn("cut", Map.of());
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void siteIsUpgradedByItsRelease() {
        simulator.turn("upgraded", Map.of("release", "v1.99.0"));
        simulator.call().get("/kubernetes/upgraded/version").then().body("gitVersion", equalTo("v1.99.0"));

        simulator.turn("upgraded", Map.of("release", "2.99"));
        simulator
                .call()
                .get("/openstack/upgraded/compute/v2.1")
                .then()
                .statusCode(200)
                .body("version.version", equalTo("2.99"));
    }

    @Test
    void answersTakeAsLongAsTheSwitchSays() {
        simulator.turn("slow", Map.of("answerDelayMillis", 300));
        long start = System.nanoTime();

        simulator.call().get("/kubernetes/slow/version").then().statusCode(200);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void silentSiteNeverAnswers() throws IOException, InterruptedException {
        simulator.turn("silent", Map.of("silent", true));

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(simulator.address().resolve("/kubernetes/silent/version"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            assertThatExceptionOfType(HttpTimeoutException.class)
                    .isThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()));
        }
    }
}
