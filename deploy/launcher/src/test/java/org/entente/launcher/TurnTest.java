package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Folders;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
    @TempDir
    Path home = Path.of("");

    /** Another launcher: has the turn until its standard input ends or it is killed. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) {
            boolean unused = Turn.with(folders(Path.of(arguments[0])), () -> {
                System.out.println("its turn");
                try {
                    return System.in.read() >= 0;
                } catch (IOException closed) {
                    return false;
                }
            });
        }
    }

    @Test
    void theWorkIsDoneAndItsAnswerGiven() {
        assertThat(Turn.with(folders(home), () -> true)).isTrue();
        assertThat(Turn.with(folders(home), () -> false)).isFalse();
    }

    @Test
    void oneLauncherAtATimeHasTheTurnAndAKilledOneLosesIt() throws IOException, InterruptedException {
        Process other = other();

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Turn.with(folders(home), () -> true))
                .withMessage("Another ./entente is at work in " + home + ": try again when it is done.");

        other.destroyForcibly();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Turn.with(folders(home), () -> true)).isTrue();
    }

    @Test
    void withinOneLauncherTheTurnIsGivenOnceToo() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Turn.with(folders(home), () -> Turn.with(folders(home), () -> true)))
                .withMessageStartingWith("Another ./entente is at work");
    }

    @Test
    void anUnwritableHomeIsToldWithItsReason() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Turn.with(folders(file), () -> true))
                .withMessage("Cannot use " + file.resolve("run/launcher.lock") + ": " + file.resolve("run")
                        + ": Not a directory.");
    }

    private Process other() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo("its turn");
        return other;
    }

    private static Folders folders(Path home) {
        return Settings.from(Map.of("ENTENTE_HOME", home.toString()), home, Path.of("/jdk"))
                .folders();
    }
}
