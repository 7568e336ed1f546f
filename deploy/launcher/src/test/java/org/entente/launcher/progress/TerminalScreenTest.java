package org.entente.launcher.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TerminalScreen screen =
            new TerminalScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), 40, false);

    @Test
    void runningLinesAreDrawnAnewInTheSamePlace() {
        screen.running(List.of(line("PostgreSQL", "fetching"), line("Keycloak", "fetching")));
        bytes.reset();

        screen.running(List.of(line("PostgreSQL", "starting")));

        assertThat(shown()).isEqualTo("\u001b[2A\r\u001b[J  PostgreSQL ......... starting (3.0 s)\n");
    }

    @Test
    void aFinishedLineStaysAboveThoseThatRun() {
        screen.running(List.of(line("PostgreSQL", "starting")));
        bytes.reset();

        screen.finished(new Line("PostgreSQL", Line.State.DONE, "ready", Duration.ofSeconds(3)));
        screen.running(List.of(line("Keycloak", "starting")));

        assertThat(shown()).isEqualTo("""
                \u001b[1A\r\u001b[J  PostgreSQL ......... ready (3.0 s)
                  Keycloak ........... starting (3.0 s)
                """);
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        screen.running(List.of(line("Operators", "waiting for the answer of a partner")));

        assertThat(shown().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
    }

    @Test
    void coloursTellSuccessFromFailure() {
        TerminalScreen coloured = new TerminalScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), 80, true);

        coloured.finished(new Line("Keycloak", Line.State.DONE, "ready", Duration.ZERO));
        coloured.finished(new Line("Keycloak", Line.State.FAILED, "failed", Duration.ZERO));

        assertThat(shown()).contains("\u001b[32mready\u001b[0m", "\u001b[31mfailed\u001b[0m");
    }

    private static Line line(String title, String words) {
        return new Line(title, Line.State.RUNNING, words, Duration.ofSeconds(3));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
