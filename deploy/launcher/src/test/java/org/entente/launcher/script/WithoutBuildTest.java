package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that use what was built last, where nothing was built or the build is gone. */
class WithoutBuildTest {
    private final Machine machine;
    private final Path state;

    WithoutBuildTest(@TempDir Path folder) throws IOException {
        this.machine = new Machine(folder);
        this.state = machine.checkout().resolve(".entente");
        machine.jdk("root/usr/lib/jvm/jdk-21", "21.0.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "end", "sites", "invoices", "status"})
    void whatNeedsARunningEntenteFailsAndSaysHowToHaveOne(String command) throws IOException, InterruptedException {
        assertThat(machine.run(command, "anything"))
                .isEqualTo(new Outcome(
                        3,
                        "",
                        "Nothing is running: nothing has been built here yet"
                                + " (./entente up builds and starts everything).\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "reset"})
    void whereNothingWasEverUpThereIsNothingToDo(String command) throws IOException, InterruptedException {
        assertThat(machine.run(command))
                .isEqualTo(new Outcome(0, "Nothing is running: nothing has been built here yet.\n", ""));
        assertThat(state).doesNotExist();
    }

    @Test
    void whatRunsIsStoppedEvenIfTheBuildIsGone() throws IOException, InterruptedException {
        Files.createDirectories(state.resolve("run"));
        Files.writeString(state.resolve("run/alba.pid"), "4711\nmark\n");

        assertThat(machine.run("down").output())
                .contains("Build ")
                .contains("java of 21.0.4:")
                .endsWith("org.entente.launcher.Entente down\n");
    }

    @Test
    void dataAreDeletedEvenIfTheBuildIsGone() throws IOException, InterruptedException {
        Files.createDirectories(state.resolve("data/postgresql"));

        assertThat(machine.run("reset", "--yes").output())
                .contains("Build ")
                .endsWith("org.entente.launcher.Entente reset --yes\n");
    }

    @Test
    void documentsAreVerifiedOnAMachineWhereNothingRan() throws IOException, InterruptedException {
        assertThat(machine.run("verify", "statement.json").output())
                .contains("Build ")
                .endsWith("org.entente.launcher.Entente verify statement.json\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "reset", "story", "test", "lab"})
    void helpIsAlsoAskedForByName(String command) throws IOException, InterruptedException {
        assertThat(machine.run("help", command)).isEqualTo(machine.run(command, "--help"));
    }

    @Test
    void helpForNoCommandIsMisuse() throws IOException, InterruptedException {
        assertThat(machine.run("help", "upp"))
                .isEqualTo(new Outcome(2, "", "There is no command 'upp': ./entente --help lists them.\n"));
    }
}
