package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final StringWriter errors = new StringWriter();
    private final Folders folders;

    FailuresTest(@TempDir Path home) {
        folders = new Folders(home, home, home);
    }

    @Test
    void anExpectedFailureIsItsSentence() {
        assertThat(run(new LaunchException("The disk is full."))).isEqualTo(1);

        assertThat(errors).hasToString("\nThe disk is full.\n");
    }

    @Test
    void theLogsPlaceIsToldWhereThereIsOne() {
        Path log = folders.log("keycloak");

        assertThat(run(new LaunchException("Keycloak ended.", log))).isEqualTo(1);

        assertThat(errors).hasToString("\nKeycloak ended.\nLog: " + log + "\n");
    }

    @Test
    void anUnforeseenFailureIsOneSentenceTooAndItsTraceIsInALog() throws IOException {
        assertThat(run(new IllegalStateException("seven"))).isEqualTo(1);

        Path log = folders.log("launcher");
        assertThat(errors)
                .hasToString("\n./entente up failed in a way that nobody foresaw:"
                        + " java.lang.IllegalStateException: seven\nLog: " + log + "\n");
        assertThat(Files.readString(log)).contains("seven", "\tat org.entente.launcher.");
    }

    @Test
    void withoutAPlaceForTheLogTheTraceIsShown() throws IOException {
        Files.writeString(folders.log(), "a file");

        assertThat(run(new IllegalStateException("seven"))).isEqualTo(1);

        assertThat(errors.toString()).contains("seven", "\tat org.entente.launcher.");
    }

    private int run(RuntimeException failure) {
        return new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler(new Failures(folders)::told)
                .execute();
    }

    @Command(name = "up")
    private record Failing(RuntimeException failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw failure;
        }
    }
}
