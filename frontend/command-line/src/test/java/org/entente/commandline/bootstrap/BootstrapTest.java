package org.entente.commandline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.commandline.connection.Installation.LabEntry;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.fake.ToldProgress;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.progress.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final LabEntry LAB = new LabEntry(URI.create("http://127.0.2.1:5000/v3"), "admin@admin", "secret");

    private final FakePair pair = new FakePair();
    private final ToldProgress progress = new ToldProgress();

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void freshPairBecomesReady() {
        run(Optional.empty());

        assertThat(pair.alba().server().writes())
                .containsExactly(
                        "POST /api/v1/sites",
                        "POST /api/v1/sites",
                        "POST /api/v1/partners",
                        "POST /api/v1/partners/boreal/confirmation",
                        "POST /api/v1/agreements/alba-at-boreal/acceptance");
        assertThat(pair.boreal().server().writes())
                .containsExactly(
                        "POST /api/v1/sites",
                        "POST /api/v1/sites",
                        "POST /api/v1/sites",
                        "POST /api/v1/partners",
                        "POST /api/v1/partners/alba/confirmation",
                        "POST /api/v1/agreements");
        assertThat(zones(0)).containsExactly("boreal-bergen", "boreal-oslo", "boreal-tromso");
        assertThat(progress.told().getLast()).startsWith("finished Wait until Alba Edge sees the offers");
    }

    @Test
    void proposalCarriesPricesAsDecimalText() {
        run(Optional.empty());

        String proposal = pair.boreal().server().calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().equals("/api/v1/agreements"))
                .findFirst()
                .orElseThrow()
                .body();
        assertThat(proposal)
                .contains("\"id\":\"openstack-disk\"", "\"unitPrice\":\"0.000085\"", "\"billingZone\":\"UTC\"")
                .contains(
                        "\"settlement\":{\"tolerance\":\"0\",\"disputeDays\":10,\"paymentDays\":30,\"taxPercent\":\"0\"")
                .contains("\"from\":\"2026-01-01T00:00:00Z\"", "\"to\":\"2046-01-01T00:00:00Z\"");
    }

    @Test
    void secondRunChangesNothing() {
        run(Optional.empty());
        int albaWrites = pair.alba().server().writes().size();
        int borealWrites = pair.boreal().server().writes().size();

        run(Optional.empty());

        assertThat(pair.alba().server().writes()).hasSize(albaWrites);
        assertThat(pair.boreal().server().writes()).hasSize(borealWrites);
    }

    @Test
    void runGoesOnWhereABrokenOneEnded() {
        pair.alba()
                .server()
                .on("POST", "/api/v1/agreements/([^/]+)/acceptance", call -> Reply.problem(502, "PEER", "Gone"));
        assertThatThrownBy(() -> run(Optional.empty())).hasMessageContaining("Gone");
        assertThat(pair.boreal().agreements()).hasSize(1);

        pair.alba().acceptAgain();
        run(Optional.empty());

        assertThat(pair.boreal().agreements()).hasSize(1);
        assertThat(pair.boreal().agreements().getFirst().path("state").asText()).isEqualTo("signed");
    }

    @Test
    void laterLabSiteComesWithANewVersion() {
        run(Optional.empty());

        run(Optional.of(LAB));

        assertThat(pair.boreal().agreements()).hasSize(2);
        assertThat(zones(1)).containsExactly("boreal-bergen", "boreal-lab", "boreal-oslo", "boreal-tromso");
    }

    @Test
    void laterRunWithoutTheLabKeepsTheAgreementAsItIs() {
        run(Optional.of(LAB));

        run(Optional.empty());

        assertThat(pair.boreal().agreements()).hasSize(1);
    }

    @Test
    void foreignFingerprintIsNotConfirmed() {
        pair.boreal()
                .server()
                .on(
                        "GET",
                        "/\\.well-known/entente/jwks\\.json",
                        call -> Reply.text(
                                "application/json",
                                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}]}"));

        assertThatThrownBy(() -> run(Optional.empty()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Boreal Edge itself publishes")
                .hasMessageContaining("do not trust it");
        assertThat(pair.alba().server().writes()).noneMatch(call -> call.contains("confirmation"));
    }

    @Test
    void siteThatIsDownIsNamedWithItsState() {
        pair.boreal().connectsSitesAs("unreachable");

        assertThatThrownBy(() -> run(Optional.empty()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Expected the sites boreal-oslo, boreal-bergen, boreal-tromso to be available")
                .hasMessageContaining("but boreal-oslo is unreachable");
        assertThat(progress.told().getLast()).startsWith("failed Connect the sites of Boreal Edge");
    }

    private List<String> zones(int version) {
        return pair.boreal()
                .agreements()
                .get(version)
                .path("terms")
                .path("zones")
                .valueStream()
                .map(zone -> zone.asText())
                .toList();
    }

    private void run(Optional<LabEntry> lab) {
        Steps steps = new Steps(progress, Duration.ofMillis(400));
        Pair.bootstrap(pair.installation(lab), lab, new HttpCalls(), steps).run();
    }
}
