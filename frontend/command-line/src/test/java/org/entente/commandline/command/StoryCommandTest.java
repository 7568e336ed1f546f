package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.http.Wire;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.story.SiteChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoryCommandTest {
    @TempDir
    Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<SiteChoice> broughtUp = new ArrayList<>();

    @BeforeEach
    void describe() {
        pair.describeIn(home);
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void jsonStandsAloneAndTellsTheWholeStory() throws JsonProcessingException {
        assertThat(run("--json", "--timeout", "5")).isZero();

        JsonNode report = Wire.JSON.readTree(out.toString());
        assertThat(report.path("period").asText()).isEqualTo("2026-12");
        assertThat(report.path("folder").asText())
                .isEqualTo(home.resolve("story/2026-12").toString());
        assertThat(report.path("equal").asBoolean()).isTrue();
        assertThat(report.path("totals")).isEqualTo(Wire.JSON.readTree("{\"boreal\":\"27.417\",\"alba\":\"27.417\"}"));
        assertThat(report.path("instances")).hasSize(3);
        JsonNode gateway = report.path("instances").get(0);
        assertThat(gateway.path("operator").asText()).isEqualTo("alba");
        assertThat(gateway.path("seconds").asLong()).isEqualTo(741 * 3600);
        assertThat(gateway.path("amount").asText()).isEqualTo("22.23");
        assertThat(gateway.path("tenantAmount").asText()).isEqualTo("22.23");
        JsonNode worker = report.path("instances").get(1);
        assertThat(worker.path("site").asText()).isEqualTo("boreal-oslo");
        assertThat(worker.path("price").asText()).isEqualTo("0.0185");
        assertThat(worker.path("amount").asText()).isEqualTo("13.7085");
        assertThat(worker.path("tenantAmount").asText()).isEqualTo("22.23");
        assertThat(report.path("invoices").get(0).path("number").asText()).isEqualTo("BOREAL-1");
        assertThat(report.has("lab")).isFalse();
        assertThat(err.toString()).contains("✓ Let the month pass: both clocks show 2026-12-31T21:00:00Z");
    }

    @Test
    void everyFileThatIsListedIsThere() throws JsonProcessingException {
        Path folder = home.resolve("elsewhere");
        assertThat(run("--json", "--timeout", "5", "--folder", folder.toString()))
                .isZero();

        List<String> files = new ArrayList<>();
        Wire.JSON.readTree(out.toString()).path("files").forEach(file -> files.add(file.asText()));
        assertThat(files)
                .contains(
                        "boreal/keys.json",
                        "alba/keys.json",
                        "boreal/agreement.json",
                        "boreal/usage-report-0002.json",
                        "boreal/statement.json",
                        "boreal/invoice-partner.xml",
                        "boreal/invoice-partner-signed.json",
                        "alba/usage-report-0001.json",
                        "alba/focus.csv",
                        "alba/ledger.journal",
                        "alba/invoice-tenant.json",
                        "alba/invoice-tenant.xml")
                .doesNotContain("alba/invoice-tenant-signed.json")
                .allSatisfy(file -> assertThat(folder.resolve(file)).isNotEmptyFile());
    }

    @Test
    void textEndsWithTheTableAndTheCheckInAHundredColumns() {
        assertThat(run("--timeout", "5")).isZero();

        assertThat(broughtUp).containsExactly(SiteChoice.SIMULATOR);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines)
                .anyMatch(line -> line.matches("worker +boreal-oslo +boreal +2667600 +0\\.0185 +13\\.7085 +EUR"));
        assertThat(lines)
                .contains(
                        "Both operators' totals for 2026-12 are the same to the last digit: boreal 27.417, alba 27.417.");
        int table = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("instance "))
                .findFirst()
                .orElseThrow());
        assertThat(lines.subList(table, lines.size() - 1))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void laterStoryBillsTheNextMonth() throws JsonProcessingException {
        assertThat(run("--json", "--timeout", "5")).isZero();
        out.getBuffer().setLength(0);

        assertThat(run("--json", "--timeout", "5")).isZero();

        JsonNode second = Wire.JSON.readTree(out.toString());
        assertThat(second.path("period").asText()).isEqualTo("2027-01");
        assertThat(second.path("deployment").asText()).isEqualTo("order-2");
    }

    @Test
    void lastDigitThatDiffersFailsTheStoryAndIsShown() throws JsonProcessingException {
        pair.trade().albaComputesMoreBy("0.00000000000001");

        assertThat(run("--json", "--timeout", "5")).isEqualTo(1);

        assertThat(Wire.JSON.readTree(out.toString()).path("equal").asBoolean()).isFalse();
        assertThat(err.toString())
                .endsWith("The operators' totals for 2026-12 differ: boreal 27.417, alba 27.41700000000001.\n");
    }

    @Test
    void refusedOrderEndsWithItsReason() {
        pair.trade().ordersBecome("refused");

        assertThat(run("--timeout", "5")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("Expected deployment order-1 to become active, but it is refused: Boreal Edge has no room");
    }

    @Test
    void partnerThatIsDownEndsWithOneSentence() {
        pair.boreal().close();

        assertThat(run("--json", "--timeout", "5")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines().toList().getLast())
                .matches(
                        "Boreal Edge's (identity provider|server) does not answer at http://.*; start it with ./entente up");
    }

    @Test
    void refusedStatementEndsWithItsReason() {
        pair.boreal()
                .server()
                .on(
                        "GET",
                        "/api/v1/statements",
                        call -> Reply.json(
                                200,
                                List.of(Map.of(
                                        "agreement", "alba-at-boreal",
                                        "period", "2026-12",
                                        "document", "d1",
                                        "state", "REFUSED",
                                        "ownTotal", "1",
                                        "statedTotal", "1",
                                        "currency", "EUR",
                                        "reason", "Instance i1 comes to 2 here"))));

        assertThat(run("--timeout", "5")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo("The statement of 2026-12 over 1 was refused: Instance i1 comes to 2 here\n");
    }

    @Test
    void labThatIsNotThereSaysHowToBringItUp() {
        assertThat(run("--site", "lab")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo(
                        "There is no real OpenStack on this machine yet; bring one up with ./entente lab openstack\n");
    }

    @Test
    void failureToBringUpEndsTheStory() {
        CommandLine command = command((site, progress) -> {
            throw new CommandException("Port 7400 is taken");
        });

        assertThat(command.execute()).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("Port 7400 is taken\n");
    }

    private int run(String... arguments) {
        return command((site, progress) -> broughtUp.add(site)).execute(arguments);
    }

    private CommandLine command(BeforeStory before) {
        ClientContext context = new ClientContext(home, new HttpCalls(), Map.of());
        return new CommandLine(new StoryCommand(context, before))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
