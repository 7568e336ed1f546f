package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    private Path log = folder;
    private Path recordFile = folder;

    @BeforeEach
    void name() {
        log = folder.resolve("log/part.log");
        recordFile = folder.resolve("run/part.pid");
    }

    @AfterEach
    void endWhatRuns() {
        ProcessRecord.read(recordFile).flatMap(ProcessRecord::handle).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aStartedProgramIsRecordedAndItsOutputLogged() {
        start("echo hello; echo trouble >&2; exec cat /dev/zero >/dev/null");

        ProcessRecord started = ProcessRecord.read(recordFile).orElseThrow();
        assertThat(started.runs()).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log).hasContent("hello\ntrouble\n"));
    }

    @Test
    void theLogOfTheRunBeforeIsPutAside() throws IOException {
        Files.createDirectories(log.getParent());
        Files.writeString(log, "before");

        start("exec cat /dev/zero >/dev/null");

        assertThat(log).isEmptyFile();
        assertThat(log.resolveSibling("part.log.previous")).hasContent("before");
    }

    @Test
    void aProgramThatEndsGentlyIsAsked() {
        start("trap 'echo asked; exit 0' TERM; echo begun; while :; do read -t 0.1 <> <(:); done");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log).hasContent("begun\n"));

        Background.stop(ProcessRecord.read(recordFile).orElseThrow(), PATIENCE);

        assertThat(ProcessRecord.read(recordFile).orElseThrow().runs()).isFalse();
        assertThat(log).hasContent("begun\nasked\n");
    }

    @Test
    void aProgramThatDoesNotListenIsKilled() {
        start("trap '' TERM; echo begun; while :; do read -t 0.1 <> <(:); done");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log).hasContent("begun\n"));

        Background.stop(ProcessRecord.read(recordFile).orElseThrow(), Duration.ofMillis(300));

        assertThat(ProcessRecord.read(recordFile).orElseThrow().runs()).isFalse();
    }

    @Test
    void aProcessThatWasGivenADeadOnesNumberIsLeftAlone() {
        start("exec cat /dev/zero >/dev/null");
        ProcessRecord other = ProcessRecord.read(recordFile).orElseThrow();

        Background.stop(new ProcessRecord(other.pid(), new StartMark("1")), PATIENCE);

        assertThat(other.runs()).isTrue();
    }

    @Test
    void aStartedProgramIsOutOfReachOfTheTerminalsInterrupt() throws IOException {
        start("echo $$ $(ps -o pgid= -p $$); exec cat /dev/zero >/dev/null");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log).isNotEmptyFile());
        String[] numbers = Files.readString(log).strip().split("\\s+", 2);
        assertThat(numbers[1]).as("a process group of its own").isEqualTo(numbers[0]);
    }

    @Test
    void aProgramThatCannotBeRunIsToldByItsLog() {
        Background.start(command(List.of(folder.resolve("nothing").toString())), recordFile);

        await().atMost(PATIENCE)
                .until(() -> ProcessRecord.read(recordFile)
                        .filter(ProcessRecord::runs)
                        .isEmpty());
        assertThat(LogFile.reason(log)).contains("nothing", "No such file");
    }

    @Test
    void aFolderThatIsNoFolderIsToldInOneSentence() throws IOException {
        Files.writeString(folder.resolve("log"), "a file");

        assertThatThrownBy(() -> start("exit 0"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(folder.resolve("log").toString());
    }

    @Test
    void noSettingOfTheLauncherReachesTheProgramAndNoPasswordTheScreen() {
        Command command = command(List.of("env"));

        assertThat(command.builder(command.arguments()).environment())
                .containsEntry("PASSWORD", "secret")
                .allSatisfy((name, value) -> assertThat(name).doesNotStartWith("ENTENTE_"));
        assertThat(command).hasToString("env");
    }

    private void start(String script) {
        Background.start(command(List.of("bash", "-c", script)), recordFile);
    }

    private Command command(List<String> arguments) {
        return new Command(arguments, Map.of("PASSWORD", "secret"), folder, log);
    }
}
