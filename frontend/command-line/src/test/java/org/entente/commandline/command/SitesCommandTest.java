package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.HttpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What an engineer does with own sites is a command each, and shows how the site stands then. */
class SitesCommandTest {
    private static final Map<String, Object> SITE = Map.of(
            "site",
            "alba-nice",
            "name",
            "Nice",
            "country",
            "FR",
            "address",
            "http://nice.invalid/v3",
            "region",
            "",
            "state",
            "degraded",
            "troubles",
            List.of(Map.of("code", "PERMISSION_MISSING", "sentence", "volume:create: Volumes cannot be made")),
            "missing",
            List.of(Map.of("action", "volume:create", "sentence", "Volumes cannot be made")));
    private static final Map<String, Object> TOLD = Map.of("amount", "48", "sites", 2, "unknown", 0);
    private static final Map<String, Object> UNTOLD = Map.of("sites", 0, "unknown", 2);
    private static final Map<String, Object> SUMS =
            Map.of("vcpu", TOLD, "memoryGib", TOLD, "diskGib", UNTOLD, "gpus", UNTOLD);

    @TempDir
    private Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void answer() {
        pair.describeIn(home);
        pair.alba()
                .server()
                .on("GET", "/api/v1/sites/alba-nice", call -> Reply.json(200, SITE))
                .on("POST", "/api/v1/sites/alba-nice/(drain|return|retire|probe)", call -> Reply.json(200, SITE))
                .on("GET", "/api/v1/sites/summary", call -> Reply.json(200, summary()))
                .on("GET", "/api/v1/sites/alba-nice/capabilities/history", call -> Reply.json(200, history()));
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void showSaysWhatIsMissing() {
        assertThat(run("show", "alba-nice")).isZero();

        assertThat(out.toString())
                .contains("alba-nice (Nice, FR) is degraded")
                .contains("PERMISSION_MISSING: volume:create: Volumes cannot be made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain", "return", "retire", "probe"})
    void aMoveShowsHowTheSiteStandsThen(String move) {
        assertThat(run(move, "alba-nice")).isZero();

        assertThat(out.toString()).contains("alba-nice (Nice, FR) is degraded");
    }

    @Test
    void summarySaysWhatIsNotTold() {
        assertThat(run("summary", "--country", "FR", "--technology", "OPENSTACK"))
                .isZero();

        assertThat(out.toString()).contains("2 sites").contains("48 (2)").contains("not told");
    }

    @Test
    void historySaysWhatChanged() {
        assertThat(run("history", "alba-nice")).isZero();

        assertThat(out.toString()).contains("release was 2.90, is 2.96");
    }

    private static Map<String, Object> summary() {
        return Map.of(
                "sites",
                2,
                "states",
                Map.of("available", 2),
                "technologies",
                Map.of("OPENSTACK", 2),
                "total",
                SUMS,
                "free",
                SUMS,
                "used",
                SUMS,
                "held",
                Map.of("instances", 1, "vcpu", "1", "memoryGib", "2", "diskGib", "20", "gpus", 0));
    }

    private static Map<String, Object> history() {
        return Map.of(
                "items",
                List.of(Map.of(
                        "seenAt",
                        "2027-06-01T12:00:00Z",
                        "release",
                        "2.96",
                        "changes",
                        List.of("release was 2.90, is 2.96"))),
                "total",
                1);
    }

    private int run(String... arguments) {
        CommandLine sites = new CommandLine(new SitesCommand(new ClientContext(home, new HttpCalls(), Map.of())));
        return sites.setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
