package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UpCommandTest {
    private final FakeStack stack;

    UpCommandTest(@TempDir Path home) {
        stack = new FakeStack(home);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void upStartsAllConnectsTheOperatorsAndSaysWhatToTry() {
        assertThat(stack.run("up")).isZero();

        assertThat(stack.journal().stream().filter(entry -> entry.startsWith("start")))
                .containsExactly("start database", "start server");
        assertThat(stack.bootstraps()).hasSize(1);
        assertThat(stack.shown())
                .contains("The database ....... ready", "Operators .......... connected", "Entente is up (")
                .contains("http://127.0.0.1:21801", "log in as ada (DevOps)", "./entente story");
    }

    @Test
    void aSecondUpIsANoOpThatSaysSo() {
        stack.run("up");
        stack.journal().clear();
        stack.forgetOutput();

        assertThat(stack.run("up")).isZero();

        assertThat(stack.shown())
                .isEqualTo("Entente is up already, nothing to do: http://127.0.0.1:21801 and http://127.0.0.1:21802"
                        + " (./entente status tells more).\n");
        assertThat(stack.journal()).isEmpty();
        assertThat(stack.bootstraps()).hasSize(1);
    }

    @Test
    void upStartsOnlyWhatIsNotReady() {
        stack.run("up");
        stack.server().stop();
        stack.journal().clear();

        assertThat(stack.run("up")).isZero();

        assertThat(stack.journal()).containsExactly("prepare server", "start server");
    }

    @Test
    void upConnectsTheOperatorsIfThatWasInterrupted() {
        stack.run("up");
        new Stack.Note(stack.home().resolve("data/bootstrapped")).write("other addresses");

        assertThat(stack.run("up")).isZero();

        assertThat(stack.bootstraps()).hasSize(2);
    }

    @Test
    void aPartThatFailsEndsUpWithItsReasonAndThePlaceOfItsLog() {
        stack.database()
                .failing(new LaunchException(
                        "PostgreSQL did not start: no space", stack.home().resolve("log/database.log")));

        assertThat(stack.run("up")).isEqualTo(1);

        assertThat(stack.errors().strip())
                .isEqualTo("PostgreSQL did not start: no space\nLog: "
                        + stack.home().resolve("log/database.log"));
        assertThat(stack.shown()).contains("The server ......... not started").doesNotContain("Entente is up");
        assertThat(stack.bootstraps()).isEmpty();
    }

    @Test
    void runningPartsOnOtherPortsAreNotMovedInSilence() {
        stack.run("up");

        assertThat(stack.run(Map.of("ENTENTE_PORT_BASE", "22000"), "up")).isEqualTo(1);

        assertThat(stack.errors())
                .contains("Entente already runs from " + stack.home() + " on other ports (ENTENTE_PORT_BASE=21800)");
    }

    @Test
    void aTakenPortEndsUpBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(FakeStack.SERVER_PORT, 1, InetAddress.getLoopbackAddress())) {
            assertThat(stack.run("up")).isEqualTo(1);

            assertThat(stack.errors().strip())
                    .startsWith("Another program has port " + other.getLocalPort() + " (needed by The server")
                    .hasLineCount(1);
            assertThat(stack.journal()).isEmpty();
        }
    }
}
