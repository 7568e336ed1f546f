package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Each move of a negotiation is a command that posts it and shows how the agreement stands then. */
class AgreementCommandTest {
    private static final Map<String, Object> STATUS = Map.of(
            "agreement",
            "deal",
            "standing",
            "in force",
            "standingSentence",
            "Version 1 is in force",
            "versionInForce",
            1,
            "negotiation",
            "received",
            "waiting",
            List.of(Map.of(
                    "who",
                    "an engineer of alba",
                    "what",
                    "accept, counter or reject it",
                    "until",
                    "2026-12-01T00:00:00Z",
                    "then",
                    "it expires")),
            "proposals",
            List.of(Map.of("label", "2.2", "proposer", "boreal", "answerBy", "2026-12-01T00:00:00Z")),
            "notices",
            List.of());

    @TempDir
    private Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void answer() {
        pair.describeIn(home);
        pair.alba()
                .server()
                .on("GET", "/api/v1/agreements/deal", call -> Reply.json(200, STATUS))
                .on("POST", "/api/v1/agreements/deal/.*", call -> Reply.json(202, STATUS));
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void showSaysWhoMustActUntilWhenAndWhatHappensThen() {
        assertThat(run("show", "deal")).isZero();

        assertThat(out.toString())
                .contains("deal is in force. Version 1 is in force")
                .contains("Waiting: an engineer of alba must accept, counter or reject it by 2026-12-01T00:00:00Z,"
                        + " else it expires")
                .containsPattern("2\\.2 +boreal +2026-12-01T00:00:00Z +open");
    }

    @ParameterizedTest
    @CsvSource({
        "accept deal, acceptance",
        "approve deal, approval",
        "reject deal --reason no, rejection",
        "withdraw deal --reason no, withdrawal",
        "renew deal --to 2050-01-01T00:00:00Z, renewal",
        "suspend deal --reason no, suspension",
        "resume deal --reason no, resumption",
        "terminate deal --end 2050-01-01T00:00:00Z --reason no, termination"
    })
    void everyMoveIsPosted(String command, String path) {
        assertThat(run(command.split(" ", -1))).isZero();

        assertThat(pair.alba().server().writes()).contains("POST /api/v1/agreements/deal/" + path);
        assertThat(out.toString()).contains("Negotiation: received");
    }

    @Test
    void counterPostsTheFileUnderItsAgreement() throws IOException {
        Path file = Files.writeString(home.resolve("terms.json"), "{\"agreement\": \"deal\"}");

        assertThat(run("counter", file.toString())).isZero();

        assertThat(pair.alba().server().writes()).contains("POST /api/v1/agreements/deal/counter");
    }

    @Test
    void diffIsToldInSentences() {
        pair.alba()
                .server()
                .on(
                        "GET",
                        "/api/v1/agreements/deal/difference.*",
                        call -> Reply.json(
                                200,
                                Map.of(
                                        "agreement",
                                        "deal",
                                        "from",
                                        "1",
                                        "to",
                                        "2.2",
                                        "changes",
                                        List.of(Map.of(
                                                "path", "zones", "to", "oslo", "sentence", "Zones oslo is new")))));

        assertThat(run("diff", "deal", "--from", "1")).isZero();

        assertThat(out.toString()).contains("From 1 to 2.2:", "Zones oslo is new");
    }

    private int run(String... arguments) {
        CommandLine root = new CommandLine(new AgreementCommand(new ClientContext(home, new HttpCalls(), Map.of())));
        return root.setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
