package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartMarkTest {
    /** A line of proc(5) whose process is called {@code a) Z (b}: names may hold blanks and brackets. */
    private static final String STAT =
            "4711 (a) Z (b) S 1 4711 4711 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 815 1234 56 18446744073709551615";

    @Test
    void onLinuxTheMarkIsTheStartTimeWhateverTheProcessIsCalled() {
        assertThat(StartMark.parse(STAT)).contains(new StartMark("815"));
    }

    @Test
    void aDeadProcessThatNobodyCollectedHasNoMark() {
        assertThat(StartMark.parse(STAT.replace(") S 1", ") Z 1"))).isEmpty();
    }

    @Test
    void aStatusThatWasCutShortHasNoMark() {
        assertThat(StartMark.parse("4711 (bash) S 1 4711 4711")).isEmpty();
    }

    @Test
    void elsewhereTheMarkIsTheWholeAnswerOfPs() {
        assertThat(StartMark.parse("Tue Nov 24 10:50:33 2026\n")).contains(new StartMark("Tue Nov 24 10:50:33 2026"));
        assertThat(StartMark.parse("\n")).isEmpty();
    }

    @Test
    void aProcessKeepsItsMarkAndLosesItWhenItEnds() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("cat").start();

        assertThat(StartMark.of(process.pid())).isPresent().isEqualTo(StartMark.of(process.pid()));

        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(StartMark.of(process.pid())).isEmpty();
    }
}
