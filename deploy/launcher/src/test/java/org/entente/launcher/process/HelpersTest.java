package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpersTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @TempDir
    Path folder = Path.of("");

    private final Helpers helpers = new Helpers();
    private Path log = folder;

    @BeforeEach
    void name() {
        log = folder.resolve("log/step.log");
    }

    @Test
    void whatItPrintsIsAddedToItsLog() {
        run("echo one", GENEROUS);
        run("echo two >&2", GENEROUS);

        assertThat(log).hasContent("one\ntwo\n");
    }

    @Test
    void aFailureTellsTheReasonAndThePlaceOfTheLog() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> run("echo 'ERROR no room'; echo bye; exit 3", GENEROUS))
                .withMessage("It failed: ERROR no room")
                .satisfies(failure -> assertThat(failure.log()).contains(log));
    }

    @Test
    void aProgramThatIsNotThereIsTold() {
        Command missing = new Command(List.of(folder.resolve("nothing").toString()), Map.of(), folder, log);

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> helpers.run(missing, GENEROUS, "It failed"))
                .withMessageStartingWith("It failed: ")
                .withMessageContaining("nothing");
    }

    @Test
    void aProgramThatTakesTooLongIsEnded() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> run("echo $$; exec cat /dev/zero >/dev/null", Duration.ofSeconds(1)))
                .withMessage("It failed: it did not end within 1 seconds")
                .satisfies(failure -> assertThat(failure.log()).contains(log));

        assertThat(log).isNotEmptyFile();
        await().atMost(GENEROUS).until(() -> StartMark.of(number()).isEmpty());
    }

    @Test
    void anInterruptionEndsWhatRuns() {
        CompletableFuture<Void> running =
                CompletableFuture.runAsync(() -> run("echo $$; exec cat /dev/zero >/dev/null", GENEROUS));
        await().atMost(GENEROUS).until(() -> Files.exists(log) && Files.size(log) > 0);

        helpers.stopAll();

        await().atMost(GENEROUS).until(running::isDone);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(running::join)
                .withCauseInstanceOf(LaunchException.class);
        await().atMost(GENEROUS).until(() -> StartMark.of(number()).isEmpty());
    }

    private void run(String script, Duration limit) {
        helpers.run(new Command(List.of("bash", "-c", script), Map.of(), folder, log), limit, "It failed");
    }

    private long number() throws IOException {
        return Long.parseLong(Files.readString(log).strip());
    }
}
