package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.HttpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two engineers make their operators partners, each from its own terminal. */
class PartnersCommandTest {
    private static final Map<String, Object> COBALT = Map.of(
            "operator", "cobalt",
            "name", "Cobalt Edge",
            "url", "https://cobalt.example",
            "state", "invited",
            "fingerprint", "aaaa bbbb");

    @TempDir
    private Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void answer() {
        pair.describeIn(home);
        pair.alba()
                .server()
                .on("POST", "/api/v1/partners", call -> Reply.json(201, COBALT))
                .on("POST", "/api/v1/partners/cobalt/confirmation", call -> Reply.json(200, COBALT));
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void whoIsInvitedShowsTheFingerprintAndWhatToDoWithIt() {
        assertThat(run("invite", "https://cobalt.example", "--host", "login.cobalt.example"))
                .isZero();

        assertThat(out.toString())
                .contains("Cobalt Edge (cobalt) is invited.")
                .contains("fingerprint: aaaa bbbb")
                .contains("./entente partners confirm cobalt FINGERPRINT");
    }

    @Test
    void theFingerprintIsTypedAsItIsReadOut() {
        assertThat(run("confirm", "cobalt", "aaaa", "bbbb")).isZero();

        assertThat(pair.alba().server().writes()).contains("POST /api/v1/partners/cobalt/confirmation");
        assertThat(out.toString()).contains("cobalt is invited.");
    }

    private int run(String... arguments) {
        CommandLine root = new CommandLine(new PartnersCommand(new ClientContext(home, new HttpCalls(), Map.of())));
        return root.setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
