package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole life of an agreement between two servers, as engineers of both operators lead it from their terminals. */
@Order(3)
@ExtendWith(OneStack.class)
class NegotiationIT {
    private static final Entente ENTENTE = new Entente();
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final String DEAL = "alba-at-boreal-too";

    @Test
    void anAgreementIsNegotiatedAmendedSuspendedResumedAndTerminated() throws IOException {
        boreal("propose", terms("2026-01-01T00:00:00Z", "0.02"));
        awaitBoth("proposed", "received");
        alba("counter", terms("2026-01-01T00:00:00Z", "0.01"));
        awaitBoth("received", "proposed");
        assertThat(ENTENTE.done("agreement", "diff", DEAL, "--operator", "boreal")
                        .output())
                .contains("changes from 0.02 to 0.01");
        boreal("accept", DEAL);
        awaitBoth("signed", "signed");
        assertThat(status("alba").path("standing").asText()).isEqualTo("in force");

        boreal("propose", terms("2040-01-01T00:00:00Z", "0.03"));
        awaitBoth("proposed", "received");
        alba("accept", DEAL);
        awaitBoth("signed", "signed");
        assertThat(status("boreal").path("versionInForce").asInt())
                .as("an amendment waits for its date")
                .isEqualTo(1);

        alba("suspend", DEAL, "--reason", "We count first");
        awaitStanding("suspended");
        alba("resume", DEAL, "--reason", "Counted");
        awaitStanding("in force");
        boreal("terminate", DEAL, "--end", "2044-01-01T00:00:00Z", "--reason", "The sites close");
        awaitStanding("ending");

        String folder = Files.createTempDirectory(ENTENTE.home(), "history").toString();
        ENTENTE.done("agreement", "export", DEAL, "--to", folder, "--operator", "alba");
        assertThat(ENTENTE.done("verify", folder).output())
                .as("everything that was signed, with no server asked")
                .contains("binds both", "binds nobody; it was followed by another proposal of alba");
    }

    private static String terms(String from, String price) throws IOException {
        Path file = Files.createTempFile(ENTENTE.home(), "terms", ".json");
        Files.writeString(file, """
                {"agreement": "%s", "host": "boreal", "home": "alba", "from": "%s", "to": "2045-01-01T00:00:00Z",
                 "zones": ["boreal-oslo"], "currency": "EUR", "billingZone": "UTC",
                 "priceLines": [{"id": "cpu", "meter": "VCPU", "unitPrice": "%s", "per": "HOUR"}],
                 "quota": {"instances": 10, "vcpu": "10", "memoryGib": "10"},
                 "settlement": {"tolerance": "0", "disputeDays": 10, "paymentDays": 30, "taxPercent": "0",
                                "rounding": "HALF_EVEN"}}""".formatted(DEAL, from, price));
        return file.toString();
    }

    private static void alba(String... move) {
        play("alba", move);
    }

    private static void boreal(String... move) {
        play("boreal", move);
    }

    private static void play(String operator, String... move) {
        String[] command = new String[move.length + 3];
        command[0] = "agreement";
        System.arraycopy(move, 0, command, 1, move.length);
        command[move.length + 1] = "--operator";
        command[move.length + 2] = operator;
        ENTENTE.done(command);
    }

    private static JsonNode status(String operator) throws IOException {
        return ENTENTE.json("agreement", "show", DEAL, "--operator", operator);
    }

    private static void awaitBoth(String atBoreal, String atAlba) {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            assertThat(status("boreal").path("negotiation").asText()).isEqualTo(atBoreal);
            assertThat(status("alba").path("negotiation").asText()).isEqualTo(atAlba);
        });
    }

    private static void awaitStanding(String standing) {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            assertThat(status("boreal").path("standing").asText()).isEqualTo(standing);
            assertThat(status("alba").path("standing").asText()).isEqualTo(standing);
        });
    }
}
