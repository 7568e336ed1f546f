package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.fake.FakeServer.Call;
import org.entente.commandline.fake.FakeServer.Reply;
import org.entente.commandline.http.HttpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A push waits until every site has answered, and shows what each did. */
class PushCommandTest {
    private static final String PUSHES = "/api/v1/sites/pushes";

    @TempDir
    private Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger looks = new AtomicInteger();
    private Map<String, Object> refusing = site("lyon", "done", "The flavour s was made.");

    @BeforeEach
    void answer() {
        pair.describeIn(home);
        pair.alba()
                .server()
                .on("POST", PUSHES, call -> Reply.json(202, push(2)))
                .on("GET", PUSHES + "/p1", call -> Reply.json(200, push(looks.getAndIncrement() < 2 ? 1 : 0)))
                .on("GET", PUSHES, call -> Reply.json(200, List.of(push(0))));
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void flavourGoesToTheChosenSitesAndEachAnswers() {
        assertThat(run(
                        "flavour",
                        "s",
                        "--vcpu",
                        "2",
                        "--memory",
                        "1.5",
                        "--disk",
                        "10",
                        "--country",
                        "FR",
                        "--label",
                        "tier=edge"))
                .isZero();

        assertThat(asked())
                .contains("\"flavour\"")
                .contains("\"memoryGib\":\"1.5\"")
                .contains("\"countries\":[\"FR\"]")
                .contains("\"labels\":[\"tier=edge\"]")
                .contains("\"all\":false");
        assertThat(out.toString())
                .contains("1 done, 0 refused, 1 waiting")
                .contains("lyon   done")
                .contains("The flavour s was made.");
    }

    @Test
    void refusalOfOneSiteFailsTheCommandAndSaysWhy() {
        refusing = site("lyon", "refused", "A Kubernetes site has no flavours.");

        assertThat(run("quota", "--vcpu", "20", "--all")).isEqualTo(1);

        assertThat(asked()).contains("\"all\":true").contains("\"quota\":{\"vcpu\":20}");
        assertThat(out.toString()).contains("A Kubernetes site has no flavours.");
        assertThat(err.toString()).contains("1 of 2 sites refused");
    }

    @Test
    void keyIsReadFromItsFile() throws IOException {
        Path file = Files.writeString(home.resolve("id.pub"), "ssh-ed25519 AAAA erik\n");

        assertThat(run("key", "erik", "--file", file.toString(), "--all", "--no-wait", "--json"))
                .isZero();

        assertThat(asked()).contains("ssh-ed25519 AAAA erik");
        assertThat(out.toString()).startsWith("{");
    }

    @Test
    void imageNeedsOneSource() {
        assertThat(run("image", "debian", "--all")).isEqualTo(1);
        assertThat(err.toString()).contains("--from-site, or --from-web with --sha256");

        assertThat(run("image", "debian", "--all", "--no-wait", "--from-site", "alba-lyon/debian-13"))
                .isZero();
        assertThat(asked()).contains("\"fromSite\"").contains("debian-13");
    }

    @Test
    void latestPushesAreListed() {
        assertThat(run("list")).isZero();

        assertThat(out.toString()).contains("p1").contains("flavour s");
    }

    private String asked() {
        return pair.alba().server().calls().stream()
                .filter(call -> call.method().equals("POST") && call.path().equals(PUSHES))
                .map(Call::body)
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> push(long waiting) {
        boolean isRefused = "refused".equals(refusing.get("state"));
        return Map.ofEntries(
                Map.entry("push", "p1"),
                Map.entry("kind", "flavour"),
                Map.entry("name", "s"),
                Map.entry("askedBy", "erik"),
                Map.entry("askedAt", "2027-06-01T12:00:00Z"),
                Map.entry("deadline", "2027-06-01T12:30:00Z"),
                Map.entry("state", waiting > 0 ? "waiting" : "done"),
                Map.entry("done", 2 - waiting - (isRefused ? 1 : 0)),
                Map.entry("refused", isRefused ? 1 : 0),
                Map.entry("waiting", waiting),
                Map.entry("sites", List.of(refusing, site("paris", "done", "The flavour s was there already."))));
    }

    private static Map<String, Object> site(String name, String state, String sentence) {
        return Map.of("site", name, "state", state, "sentence", sentence, "attempts", 1);
    }

    private int run(String... arguments) {
        CommandLine push = new CommandLine(new PushCommand(new ClientContext(home, new HttpCalls(), Map.of())));
        return push.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
