package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.launcher.process.Command;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgramTest {
    private static final Duration GENEROUS = Duration.ofSeconds(50);
    private static final String READY_FOREVER = "touch ready; exec cat /dev/zero >/dev/null";

    @TempDir
    Path home = Path.of("");

    @AfterEach
    void endWhatRuns() {
        ProcessRecord.read(recordFile()).flatMap(ProcessRecord::handle).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aProgramIsStartedAndAwaited() {
        start(GENEROUS, READY_FOREVER);

        assertThat(home.resolve("ready")).exists();
        assertThat(program(GENEROUS).process()).isPresent();
    }

    @Test
    void aProgramThatRunsIsNotStartedAgain() {
        start(GENEROUS, READY_FOREVER);
        ProcessRecord first = program(GENEROUS).process().orElseThrow();

        start(GENEROUS, "exit 1");

        assertThat(program(GENEROUS).process()).contains(first);
    }

    @Test
    void aProgramThatWasKilledIsStartedAgain() {
        start(GENEROUS, READY_FOREVER);
        ProcessRecord first = program(GENEROUS).process().orElseThrow();
        ProcessHandle handle = first.handle().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();

        start(GENEROUS, READY_FOREVER);

        assertThat(program(GENEROUS).process()).isPresent().get().isNotEqualTo(first);
    }

    @Test
    void aProgramThatEndsWhileItStartsTellsTheReasonAndThePlaceOfItsLog() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> start(GENEROUS, "echo 'ERROR no such table'; exit 1"))
                .withMessage("Alba Edge ended while it started: ERROR no such table")
                .satisfies(failure -> assertThat(failure.log()).contains(log()));
    }

    @Test
    void aProgramThatNeverAnswersIsToldWithAWayOut() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> start(Duration.ofSeconds(1), "exec cat /dev/zero >/dev/null"))
                .withMessage(
                        "Alba Edge did not become ready within 1 seconds;" + " try ./entente down and ./entente up.")
                .satisfies(failure -> assertThat(failure.log()).contains(log()));
    }

    @Test
    void aStoppedProgramDoesNotRunAndStoppingItAgainIsNoError() {
        start(GENEROUS, READY_FOREVER);

        program(GENEROUS).stop();
        program(GENEROUS).stop();

        assertThat(program(GENEROUS).process()).isEmpty();
    }

    private void start(Duration limit, String script) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Progress progress = Progress.on(nowhere, Map.of())) {
            program(limit)
                    .start(
                            () -> new Command(List.of("bash", "-c", script), Map.of(), home, log()),
                            progress.begin("Alba Edge", "starting"));
        }
    }

    private Program program(Duration limit) {
        Readiness ready = () -> Files.exists(home.resolve("ready"));
        return new Program(
                new Description(
                        "alba",
                        "Alba Edge",
                        List.of(7401),
                        ready,
                        new Description.Files(recordFile(), log()),
                        List.of()),
                limit);
    }

    private Path recordFile() {
        return home.resolve("run/alba.pid");
    }

    private Path log() {
        return home.resolve("log/alba.log");
    }
}
