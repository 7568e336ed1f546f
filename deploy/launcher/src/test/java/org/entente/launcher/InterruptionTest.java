package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    /** A program in the middle of some work, or after it. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) {
            Interruption interruption =
                    new Interruption(() -> System.out.println("cleared"), "Interrupted. Go on later.", System.out);
            CountDownLatch never = new CountDownLatch(1);
            if (arguments[0].equals("during")) {
                interruption.during(() -> {
                    System.out.println("working");
                    await(never);
                });
            }
            interruption.during(() -> {});
            System.out.println("after");
            await(never);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void inTheMiddleOfTheWorkItClearsAndSaysOneSentence() throws IOException, InterruptedException {
        assertThat(interruptedWhen("during", "working")).isEqualTo("cleared\n\nInterrupted. Go on later.\n");
    }

    @Test
    void afterTheWorkItSaysNothing() throws IOException, InterruptedException {
        assertThat(interruptedWhen("after", "after")).isEmpty();
    }

    /** Interrupts the worker, as Ctrl-C does, once it has said so; what it says after that. */
    private static String interruptedWhen(String work, String sign) throws IOException, InterruptedException {
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
            assertThat(output.readLine()).isEqualTo(sign);
            Process signal = new ProcessBuilder("bash", "-c", "kill -INT " + worker.pid()).start();
            assertThat(signal.waitFor()).isZero();
            StringBuilder said = new StringBuilder();
            output.lines().forEach(line -> said.append(line).append('\n'));
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isEqualTo(130);
            return said.toString();
        } finally {
            worker.destroyForcibly();
        }
    }
}
