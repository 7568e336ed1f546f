package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InterruptionTest {
    /** A program in the middle of some work, or after it. */
    static final class Worker {
        private final Interruption interruption = new Interruption(System.out);
        private final CountDownLatch never = new CountDownLatch(1);
        private final CountDownLatch cleared = new CountDownLatch(1);

        private Worker() {}

        public static void main(String[] arguments) {
            Worker worker = new Worker();
            switch (arguments[0]) {
                case "simple" -> worker.work("Interrupted. Go on later.", () -> worker.waitFor(worker.never));
                case "nested" ->
                    worker.work(
                            "Not this one.",
                            () -> worker.work("Interrupted. Go on later.", () -> worker.waitFor(worker.never)));
                case "failing" -> worker.work("Interrupted. Go on later.", worker::failOnceCleared);
                default -> worker.work("Not this one.", () -> {});
            }
            worker.waitFor(worker.never);
        }

        private void work(String note, Runnable doing) {
            boolean unused = interruption.during(note, this::clear, () -> {
                doing.run();
                return true;
            });
        }

        private void failOnceCleared() {
            waitFor(cleared);
            throw new IllegalStateException("A program that this one waited for ended by Ctrl-C.");
        }

        private void clear() {
            System.out.println("cleared");
            cleared.countDown();
        }

        private void waitFor(CountDownLatch latch) {
            System.out.println("waiting");
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void inTheMiddleOfTheWorkItClearsAndSaysOneSentence() throws IOException, InterruptedException {
        assertThat(interruptedWhen("simple")).isEqualTo("cleared\n\nInterrupted. Go on later.\n");
    }

    @Test
    void onlyTheInnermostWorkSpeaks() throws IOException, InterruptedException {
        assertThat(interruptedWhen("nested")).isEqualTo("cleared\n\nInterrupted. Go on later.\n");
    }

    @Test
    void ofAFailureByTheInterruptionNothingIsTold() throws IOException, InterruptedException {
        assertThat(interruptedWhen("failing")).isEqualTo("cleared\n\nInterrupted. Go on later.\n");
    }

    @Test
    void afterTheWorkItSaysNothing() throws IOException, InterruptedException {
        assertThat(interruptedWhen("after")).isEmpty();
    }

    @Test
    void anyOtherFailureIsPassedOn() {
        assertThatThrownBy(() -> new Interruption(System.out).during("Not this one.", () -> {}, () -> {
                    throw new LaunchException("The disk is full.");
                }))
                .isInstanceOf(LaunchException.class)
                .hasMessage("The disk is full.");
    }

    /**
     * Interrupts the worker once it waits; what it says after that. By SIGTERM, which ends a program in the same way as
     * Ctrl-C does: where a test run is in the background, its shell has had SIGINT ignored for all that it starts.
     */
    private static String interruptedWhen(String work) throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        work)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("waiting");
            Process signal = new ProcessBuilder("bash", "-c", "kill -TERM " + worker.pid()).start();
            assertThat(signal.waitFor()).isZero();
            StringBuilder said = new StringBuilder();
            output.lines().forEach(line -> said.append(line).append('\n'));
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(143);
            return said.toString();
        } finally {
            worker.destroyForcibly();
        }
    }
}
