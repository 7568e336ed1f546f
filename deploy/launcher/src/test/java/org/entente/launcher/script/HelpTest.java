package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs neither a JDK nor a build. */
class HelpTest {
    private final Machine machine;
    private final Path folder;

    HelpTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.machine = new Machine(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "reset", "story", "test", "lab"})
    void everyCommandHasItsHelp(String command) throws IOException, InterruptedException {
        for (String option : new String[] {"--help", "-h"}) {
            Outcome help = machine.run(command, option);

            assertThat(help.code()).isZero();
            assertThat(help.output()).startsWith("Usage: ./entente " + command);
            assertThat(help.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "-h", "--help"})
    void theWholeHasItsHelp(String asked) throws IOException, InterruptedException {
        Outcome help = machine.run(asked);

        assertThat(help.code()).isZero();
        assertThat(help.output())
                .contains("up ", "story ", "status ", "down ", "reset ", "test ", "lab ")
                .contains("ENTENTE_HOME", "ENTENTE_PORT_BASE", "JAVA_HOME");
    }

    @Test
    void withoutACommandTheHelpIsShown() throws IOException, InterruptedException {
        assertThat(machine.run()).isEqualTo(machine.run("--help"));
    }

    @Test
    void everyHelpOfACommandSaysHowItEnds() throws IOException, InterruptedException {
        for (String command : new String[] {"up", "down", "status", "reset", "story", "test"}) {
            assertThat(machine.run(command, "--help").output()).as(command).contains("Exit codes: 0 ");
        }
    }

    @Test
    void theVersionIsThatOfTheProject() throws IOException, InterruptedException {
        Outcome version = machine.run("--version");

        assertThat(version.code()).isZero();
        assertThat(version.output()).matches("entente [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
        assertThat(Files.readString(machine.checkout().resolve("pom.xml")))
                .contains("<version>" + version.output().strip().substring("entente ".length()) + "</version>");
    }

    @Test
    void anUnknownCommandIsMisuse() throws IOException, InterruptedException {
        assertThat(machine.run("upp"))
                .isEqualTo(new Outcome(2, "", "There is no command 'upp': ./entente --help lists them.\n"));
    }

    @Test
    void anUnknownLabIsMisuse() throws IOException, InterruptedException {
        assertThat(machine.run("lab", "azure"))
                .isEqualTo(new Outcome(2, "", "There is no lab 'azure': ./entente lab --help lists them.\n"));
        assertThat(machine.run("lab").code()).isEqualTo(2);
    }

    @Test
    void beforeAnyBuildNothingRuns() throws IOException, InterruptedException {
        assertThat(machine.run("down"))
                .isEqualTo(new Outcome(0, "Nothing is running: nothing has been built here yet.\n", ""));
        assertThat(machine.run("status"))
                .isEqualTo(new Outcome(
                        3,
                        "",
                        "Nothing is running: nothing has been built here yet"
                                + " (./entente up builds and starts everything).\n"));
    }

    @Test
    void theScriptWorksFromAnywhereAndThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(
                folder.resolve("bin/entente"), machine.checkout().resolve("entente"));
        machine.program("bin/through", "exec " + link + " --version");

        Process asked = new ProcessBuilder(folder.resolve("bin/through").toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("entente 0.");
        assertThat(asked.waitFor()).isZero();
    }
}
