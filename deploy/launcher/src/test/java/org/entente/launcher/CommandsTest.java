package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.part.FakePart;
import org.entente.launcher.part.Part;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands with parts that have no processes. */
@Timeout(60)
class CommandsTest {
    private static final int DATABASE_PORT = 21_800;
    private static final int SERVER_PORT = 21_801;

    @TempDir
    Path home = Path.of("");

    private final PrintStream realOutput = System.out;
    private final InputStream realInput = System.in;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();
    private final List<String> journal = FakePart.journal();
    private final List<String> bootstraps = new ArrayList<>();
    private final FakePart database = part("database", DATABASE_PORT);
    private final FakePart server = part("server", SERVER_PORT, "database");

    @BeforeEach
    void catchOutput() {
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(realOutput);
        System.setIn(realInput);
    }

    @Test
    void upStartsAllConnectsTheOperatorsAndSaysWhatToTry() {
        assertThat(run("up")).isZero();

        assertThat(journal.stream().filter(entry -> entry.startsWith("start")))
                .containsExactly("start database", "start server");
        assertThat(bootstraps).hasSize(1);
        assertThat(shown())
                .contains("The database ....... ready", "Operators .......... connected", "Entente is up (")
                .contains("http://127.0.0.1:21801", "log in as ada (DevOps)", "./entente story");
    }

    @Test
    void aSecondUpIsANoOpThatSaysSo() {
        run("up");
        journal.clear();
        output.reset();

        assertThat(run("up")).isZero();

        assertThat(shown())
                .isEqualTo("Entente is up already, nothing to do: http://127.0.0.1:21801 and http://127.0.0.1:21802"
                        + " (./entente status tells more).\n");
        assertThat(journal).isEmpty();
        assertThat(bootstraps).hasSize(1);
    }

    @Test
    void upStartsOnlyWhatIsNotReady() {
        run("up");
        server.stop();
        journal.clear();

        assertThat(run("up")).isZero();

        assertThat(journal).containsExactly("prepare server", "start server");
    }

    @Test
    void upConnectsTheOperatorsIfThatWasInterrupted() {
        run("up");
        new Stack.Note(home.resolve("data/bootstrapped")).write("other addresses");

        assertThat(run("up")).isZero();

        assertThat(bootstraps).hasSize(2);
    }

    @Test
    void aPartThatFailsEndsUpWithItsReasonAndThePlaceOfItsLog() {
        database.failing(new LaunchException("PostgreSQL did not start: no space", home.resolve("log/database.log")));

        assertThat(run("up")).isEqualTo(1);

        assertThat(errors.toString().strip())
                .isEqualTo("PostgreSQL did not start: no space\nLog: " + home.resolve("log/database.log"));
        assertThat(shown()).contains("The server ......... not started").doesNotContain("Entente is up");
        assertThat(bootstraps).isEmpty();
    }

    @Test
    void runningPartsOnOtherPortsAreNotMovedInSilence() {
        run("up");

        assertThat(run(Map.of("ENTENTE_PORT_BASE", "22000"), "up")).isEqualTo(1);

        assertThat(errors.toString())
                .contains("Entente already runs from " + home + " on other ports (ENTENTE_PORT_BASE=21800)");
    }

    @Test
    void aTakenPortEndsUpBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(SERVER_PORT, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up")).isEqualTo(1);

            assertThat(errors.toString().strip())
                    .startsWith("Another program has port " + other.getLocalPort() + " (needed by The server")
                    .hasLineCount(1);
            assertThat(journal).isEmpty();
        }
    }

    @Test
    void downStopsInTheReverseOrder() {
        run("up");
        journal.clear();

        assertThat(run("down")).isZero();

        assertThat(journal).containsExactly("stop server", "stop database");
        assertThat(shown()).endsWith("Entente is down; its data are kept.\n");
    }

    @Test
    void downOfWhatDoesNotRunIsNoError() {
        assertThat(run("down")).isZero();
        assertThat(shown()).isEqualTo("Nothing is running.\n");
    }

    @Test
    void aPartThatDoesNotStopIsTold() {
        server.running().failing(new LaunchException("Process 1 does not end, even when killed."));

        assertThat(run("down")).isEqualTo(1);

        assertThat(errors.toString().strip()).isEqualTo("Process 1 does not end, even when killed.");
        assertThat(shown()).contains("The server ......... failed while stopping");
    }

    @Test
    void statusTellsEachPartAndEndsWithThreeUnlessAllAreReady() {
        database.running();

        assertThat(run("status")).isEqualTo(3);

        assertThat(shown().lines())
                .satisfiesExactly(
                        head -> assertThat(head).contains("PART", "STATE", "PORT", "PID", "MEMORY", "LOG"),
                        first -> assertThat(first).contains("The database", "ready", "21800", " MiB", "database.log"),
                        second -> assertThat(second).contains("The server", "stopped", "21801", "server.log"));
    }

    @Test
    void statusForScriptsIsOneDocument() throws IOException {
        database.running();
        server.stuck();

        assertThat(run("status", "--json")).isEqualTo(3);

        JsonNode status = new JsonMapper().readTree(shown());
        assertThat(status.path("ready").asBoolean(true)).isFalse();
        assertThat(status.path("home").asText()).isEqualTo(home.toString());
        assertThat(status.path("parts").findValuesAsText("part")).containsExactly("database", "server");
        assertThat(status.path("parts").findValuesAsText("state")).containsExactly("ready", "not answering");
        assertThat(status.at("/parts/0/port").asInt()).isEqualTo(DATABASE_PORT);
        assertThat(status.at("/parts/0/pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(status.at("/parts/0/memoryMebibytes").asLong()).isPositive();
        assertThat(status.at("/parts/0/log").asText()).endsWith("database.log");
    }

    @Test
    void aStoppedPartHasNoProcessInTheDocument() throws IOException {
        run("status", "--json");

        JsonNode part = new JsonMapper().readTree(shown()).at("/parts/0");
        assertThat(part.path("state").asText()).isEqualTo("stopped");
        assertThat(part.has("pid")).isFalse();
        assertThat(part.has("memoryMebibytes")).isFalse();
    }

    @Test
    void statusOfAllReadyEndsWithZero() {
        database.running();
        server.running();

        assertThat(run("status")).isZero();
    }

    @Test
    void resetStopsAllAndDeletesDataAndSecretsOnly() throws IOException {
        run("up");
        Files.createDirectories(home.resolve("secrets"));
        Files.createDirectories(home.resolve("parts/keycloak"));

        assertThat(run("reset", "--yes")).isZero();

        assertThat(journal).endsWith("stop server", "stop database");
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(home.resolve("secrets")).doesNotExist();
        assertThat(home.resolve("parts/keycloak")).exists();
        assertThat(shown()).endsWith("All data are deleted; the next ./entente up begins anew.\n");
        run("up");
        assertThat(bootstraps).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "y\n", "\n", ""})
    void resetDeletesNothingUntilYesIsTyped(String answer) throws IOException {
        Files.createDirectories(home.resolve("data"));
        type(answer);

        assertThat(run("reset")).isEqualTo(2);

        assertThat(home.resolve("data")).exists();
        assertThat(shown())
                .startsWith("This deletes both operators' data and keys in " + home + ". Type yes to go on: ")
                .endsWith("Nothing was deleted (--yes deletes without asking).\n");
    }

    @Test
    void resetDeletesWhenYesIsTyped() throws IOException {
        Files.createDirectories(home.resolve("data"));
        type("yes\n");

        assertThat(run("reset")).isZero();

        assertThat(home.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "reset", "story", "sites"})
    void anUnknownOptionIsMisuseToldInOneSentence(String command) {
        assertThat(run(command, "--colour")).isEqualTo(2);

        assertThat(errors.toString())
                .isEqualTo("Unknown option: '--colour': ./entente " + command + " --help tells how it is used.\n");
        assertThat(journal).isEmpty();
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(
                Map.of("ENTENTE_HOME", home.toString(), "ENTENTE_PORT_BASE", Integer.toString(DATABASE_PORT)));
        environment.putAll(more);
        Settings settings = Settings.from(environment, home, Path.of("/jdk"));
        List<Part> parts = List.of(database, server);
        Stack stack = new Stack(settings, parts, new Helpers());
        Bootstrap bootstrap = (addresses, doing) -> bootstraps.add(addresses.toString());
        CommandLine commands = Entente.commands(new Launcher(stack, environment, Optional.of(bootstrap)));
        return commands.setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    private FakePart part(String key, int port, String... after) {
        return new FakePart(key, port, Path.of("log"), journal, after);
    }

    private static void type(String answer) {
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
