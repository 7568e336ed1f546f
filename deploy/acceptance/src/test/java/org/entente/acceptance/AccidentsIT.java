package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.entente.acceptance.Entente.Outcome;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Something breaks: one clear sentence, the next {@code up} works, and nothing that was acknowledged is lost. */
@Order(2)
@ExtendWith(OneStack.class)
class AccidentsIT {
    private static final Entente ENTENTE = new Entente();
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @Test
    void killedServersLoseNothing() throws IOException {
        String name = ordered("--vm=a=boreal/boreal-oslo,cirros,m1.small");
        ENTENTE.kill("boreal");
        ENTENTE.kill("alba");

        ENTENTE.done("up");

        awaitState(name, "active");
        endAndAwait(name);
    }

    @Test
    void anOrderTakenWhileItsPartnerIsDownRunsOnceItIsBack() throws IOException {
        ENTENTE.kill("boreal");
        String name = ordered("--vm=a=boreal/boreal-oslo,cirros,m1.small", "--vm=b=alba/alba-paris,cirros,m1.small");
        assertThat(deployment(name).path("state").asText())
                .as("our own part does not start without the partner's")
                .isEqualTo("placing");

        ENTENTE.done("up");

        awaitState(name, "active");
        endAndAwait(name);
    }

    @Test
    void aServerThatIsDownEndsInOneSentence() throws IOException {
        ENTENTE.kill("boreal");

        Outcome sites = ENTENTE.run("sites", "--operator", "boreal");

        assertThat(sites.code()).isNotZero();
        assertThat(sites.errors().strip().lines()).hasSize(1);
        ENTENTE.done("up");
    }

    @Test
    void anInstanceWaitsForItsSiteThatIsDownAndSaysWhy() throws IOException, InterruptedException {
        Simulator simulator = new Simulator();
        simulator.turnOff("alba-paris");
        try {
            String name = ordered("--vm=a=alba/alba-paris,cirros,m1.small");

            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(
                                    deployment(name).at("/instances/0/reason").asText())
                            .contains("alba-paris", "did not answer"));
            simulator.turnOn("alba-paris");
            awaitState(name, "active");
            endAndAwait(name);
        } finally {
            simulator.turnOn("alba-paris");
        }
    }

    @Test
    void aKilledPostgresqlIsToldInOneSentenceAndLosesNothing() throws IOException {
        String name = ordered("--vm=a=boreal/boreal-oslo,cirros,m1.small");
        awaitState(name, "active");
        ENTENTE.kill("postgresql");

        Outcome deployments = ENTENTE.run("deployments");

        assertThat(deployments.code()).isNotZero();
        assertThat(deployments.errors().strip().lines()).hasSize(1);
        ENTENTE.done("up");
        awaitState(name, "active");
        endAndAwait(name);
    }

    /** Orders these instances under a name of its own, and returns the name. */
    private static String ordered(String... instances) throws IOException {
        String name = "accident-" + UUID.randomUUID();
        String[] arguments = new String[instances.length + 2];
        arguments[0] = "order";
        arguments[1] = "--name=" + name;
        System.arraycopy(instances, 0, arguments, 2, instances.length);
        ENTENTE.json(arguments);
        return name;
    }

    private static JsonNode deployment(String name) throws IOException {
        return ENTENTE.json("deployment", name);
    }

    private static void endAndAwait(String name) throws IOException {
        ENTENTE.done("end", name);
        awaitState(name, "ended");
    }

    private static void awaitState(String name, String state) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() ->
                        assertThat(deployment(name).path("state").asText()).isEqualTo(state));
    }
}
