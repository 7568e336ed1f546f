package org.entente.launcher.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong clock = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream output = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aStepEndsInOneLineWithItsTime() {
        try (Progress progress = plain()) {
            Step step = progress.begin("PostgreSQL", "fetching");
            pass(Duration.ofMillis(1_250));
            step.at("starting");
            step.done("ready");
        }

        assertThat(shown()).isEqualTo("  PostgreSQL ......... ready (1.2 s)\n");
    }

    @Test
    void aFailedStepSaysWhatItWasDoing() {
        try (Progress progress = plain()) {
            Step step = progress.begin("Keycloak", "fetching");
            step.at("preparing");
            pass(Duration.ofSeconds(125));
            step.failed();
        }

        assertThat(shown()).isEqualTo("  Keycloak ........... failed while preparing (2 min 5 s)\n");
    }

    @Test
    void aStepEndsOnce() {
        try (Progress progress = plain()) {
            Step step = progress.begin("Keycloak", "starting");
            step.done("ready");
            step.failed();
        }

        assertThat(shown()).hasLineCount(1);
    }

    @Test
    void theTimeThatAStepWaitsForOthersIsNotCounted() {
        try (Progress progress = plain()) {
            Step step = progress.begin("Alba Edge", "preparing");
            pass(Duration.ofMinutes(3));
            step.waiting();
            pass(Duration.ofMinutes(3));
            step.resumed();
            pass(Duration.ofSeconds(4));
            step.done("ready");
        }

        assertThat(shown()).endsWith("ready (4.0 s)\n");
    }

    @Test
    void aLongStepGivesASignOfLifeNowAndThen() {
        try (Progress progress = plain()) {
            Step step = progress.begin("PostgreSQL", "fetching");
            progress.frame();
            pass(Duration.ofSeconds(16));
            progress.frame();
            progress.frame();
            pass(Duration.ofSeconds(15));
            progress.frame();
            step.done("ready");
        }

        assertThat(shown().lines())
                .containsExactly(
                        "  PostgreSQL ......... fetching (16.0 s)",
                        "  PostgreSQL ......... fetching (31.0 s)",
                        "  PostgreSQL ......... ready (31.0 s)");
    }

    @Test
    void aStepThatWaitsGivesNoSignOfLife() {
        try (Progress progress = plain()) {
            progress.begin("Alba Edge", "preparing").waiting();
            pass(Duration.ofMinutes(1));
            progress.frame();
        }

        assertThat(shown()).isEmpty();
    }

    @Test
    void theSurroundingsTellWhetherATerminalWatches() {
        show(Map.of());
        assertThat(shown()).doesNotContain("\u001b");
        show(Map.of("ENTENTE_TERMINAL", "80"));
        assertThat(shown()).contains("\u001b[32m");
        bytes.reset();
        show(Map.of("ENTENTE_TERMINAL", "80", "NO_COLOR", "1"));
        assertThat(shown()).isNotEmpty().doesNotContain("\u001b[32m");
    }

    @Test
    void aTerminalOfUnknownWidthIsTakenForAUsualOne() {
        show(Map.of("ENTENTE_TERMINAL", "wide"));

        assertThat(shown()).contains("ready");
    }

    private void show(Map<String, String> environment) {
        try (Progress progress = Progress.on(output, environment)) {
            progress.begin("Keycloak", "starting").done("ready");
        }
    }

    private Progress plain() {
        return new Progress(new PlainScreen(output), clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
