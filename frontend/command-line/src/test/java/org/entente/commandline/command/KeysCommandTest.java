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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How an engineer changes keys and closes partners from the command line. */
class KeysCommandTest {
    private static final Map<String, Object> OWN = Map.of(
            "keyId", "new-key",
            "fingerprint", "ABCD-0123",
            "algorithm", "EdDSA",
            "validFrom", "2026-12-01T00:00:00Z",
            "validTo", "2027-12-01T00:00:00Z",
            "partners",
                    List.of(
                            Map.of("operator", "boreal", "askedAt", "2026-12-01T00:00:00Z"),
                            Map.of(
                                    "operator", "cobalt",
                                    "askedAt", "2026-12-01T00:00:00Z",
                                    "confirmedAt", "2026-12-02T00:00:00Z"),
                            Map.of(
                                    "operator", "drift",
                                    "askedAt", "2026-12-01T00:00:00Z",
                                    "refusal", "Another operator has this key")));
    private static final Map<String, Object> THEIRS = Map.of(
            "keyId", "their-key",
            "fingerprint", "ABCD-0123",
            "algorithm", "ES256",
            "validFrom", "2026-12-01T00:00:00Z",
            "revokedFrom", "2026-12-05T00:00:00Z",
            "revocationReason", "Eva called",
            "introducedBy", "an-older-key",
            "comparedAt", "2026-12-03T00:00:00Z",
            "partners", List.of());

    @TempDir
    private Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "entente")
    private static final class Root {}

    @BeforeEach
    void answer() {
        pair.describeIn(home);
        pair.alba()
                .server()
                .on("GET", "/api/v1/keys", call -> Reply.json(200, List.of(OWN)))
                .on("POST", "/api/v1/keys", call -> Reply.json(202, OWN))
                .on("POST", "/api/v1/keys/new-key/revocation", call -> Reply.json(202, OWN))
                .on("GET", "/api/v1/partners/boreal/keys", call -> Reply.json(200, List.of(THEIRS)))
                .on("POST", "/api/v1/partners/boreal/keys", call -> Reply.json(200, THEIRS))
                .on("POST", "/api/v1/partners/boreal/keys/.*/revocation", call -> Reply.json(202, List.of(THEIRS)))
                .on(
                        "POST",
                        "/api/v1/partners/boreal/(suspension|resumption|end|vanishing)",
                        call -> Reply.json(
                                202, Map.of("operator", "boreal", "state", "changed", "reason", "The reason")));
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void listSaysHowFarEveryPartnerIsWithOurKeys() {
        assertThat(run("keys", "list")).isZero();

        assertThat(out.toString())
                .contains("new-key (EdDSA) counts from 2026-12-01T00:00:00Z to 2027-12-01T00:00:00Z")
                .contains("Fingerprint: ABCD-0123")
                .contains(
                        "boreal was asked to confirm it at 2026-12-01T00:00:00Z; until then an older key signs for it")
                .contains("cobalt confirmed it at 2026-12-02T00:00:00Z")
                .contains("drift did not take it: Another operator has this key");
    }

    @Test
    void listSaysWhyAPartnersKeyIsBelieved() {
        assertThat(run("keys", "list", "--partner", "boreal")).isZero();

        assertThat(out.toString())
                .contains("Introduced by a signature of an-older-key")
                .contains("An engineer compared its fingerprint at 2026-12-03T00:00:00Z")
                .contains("Revoked: nothing counts that it signed from 2026-12-05T00:00:00Z on; Eva called");
    }

    @ParameterizedTest
    @CsvSource({
        "keys rotate next, /keys",
        "keys rotate next --from 2026-12-01T00:00:00Z --retires 2026-12-09T00:00:00Z, /keys",
        "keys confirm boreal ABCD-0123, /partners/boreal/keys",
        "keys revoke new-key --from 2026-12-01T00:00:00Z --reason stolen, /keys/new-key/revocation",
        "keys revoke their-key --partner boreal --from 2026-12-01T00:00:00Z --reason stolen,"
                + " /partners/boreal/keys/their-key/revocation",
        "partners suspend boreal --reason unpaid, /partners/boreal/suspension",
        "partners resume boreal --reason paid, /partners/boreal/resumption",
        "partners end boreal --reason over, /partners/boreal/end",
        "partners vanish boreal --reason bankrupt, /partners/boreal/vanishing"
    })
    void everyChangeIsPostedAndItsAnswerShown(String command, String path) {
        assertThat(run(command.split(" ", -1))).isZero();
        assertThat(out.toString()).isNotBlank();
        out.getBuffer().setLength(0);
        assertThat(run((command + " --json").split(" ", -1))).isZero();

        assertThat(pair.alba().server().writes()).containsExactly("POST /api/v1" + path, "POST /api/v1" + path);
        assertThat(out.toString().strip()).matches("(?s)[\\[{].*[\\]}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys rotate next",
                "keys confirm boreal ABCD-0123",
                "keys revoke new-key --from 2026-12-01T00:00:00Z --reason stolen",
                "partners vanish boreal --reason bankrupt"
            })
    void aRefusalIsAPlainSentence(String command) {
        pair.alba()
                .server()
                .on(
                        "POST",
                        "/api/v1/(keys|partners).*",
                        call -> Reply.problem(409, "KEY_LAST", "No other key counts now"));

        assertThat(run(command.split(" ", -1))).isEqualTo(1);

        assertThat(err.toString()).contains("No other key counts now").hasLineCount(1);
        assertThat(out.toString()).isBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys",
                "keys list",
                "keys rotate",
                "keys confirm",
                "keys revoke",
                "partners",
                "partners suspend",
                "partners resume",
                "partners end",
                "partners vanish"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" ", -1))).isZero();

        assertThat(out.toString()).contains("Usage: entente " + command);
    }

    private int run(String... arguments) {
        CommandLine root = new CommandLine(new Root());
        ClientCommands.addTo(root, new ClientContext(home, new HttpCalls(), Map.of()));
        return root.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
