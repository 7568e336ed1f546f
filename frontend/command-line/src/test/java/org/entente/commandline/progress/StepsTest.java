package org.entente.commandline.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.commandline.fake.ToldProgress;
import org.entente.commandline.progress.Steps.Look;
import org.entente.commandline.progress.Steps.Outcome;
import org.junit.jupiter.api.Test;

class StepsTest {
    private final ToldProgress progress = new ToldProgress();
    private final Steps steps = new Steps(progress, Duration.ofMillis(200));

    @Test
    void stepIsToldFromItsStartToItsEnd() {
        assertThat(steps.<Integer>run("Count", () -> new Outcome<>(3, "three"))).isEqualTo(3);

        assertThat(progress.told()).containsExactly("started Count", "finished Count: three");
    }

    @Test
    void failureIsToldAndThrown() {
        assertThatThrownBy(() -> steps.run("Count", () -> {
                    throw new CommandException("There is nothing to count");
                }))
                .hasMessage("There is nothing to count");

        assertThat(progress.told()).containsExactly("started Count", "failed Count: There is nothing to count");
    }

    @Test
    void waitTellsEachChangeOnce() {
        Iterator<Look<Integer>> looks = List.<Look<Integer>>of(
                        new Look.NotYet<>("one"),
                        new Look.NotYet<>("one"),
                        new Look.NotYet<>("two"),
                        new Look.Seen<>(3))
                .iterator();
        Steps patient = new Steps(progress, Duration.ofMinutes(1));

        patient.run("Count", () -> new Outcome<>(patient.await("three", looks::next), "three"));

        assertThat(progress.told())
                .containsExactly("started Count", "waiting Count: one", "waiting Count: two", "finished Count: three");
    }

    @Test
    void waitPastItsLimitSaysWhatWasExpectedAndWhatCame() {
        assertThatThrownBy(() -> steps.await("three", () -> new Look.NotYet<>("there are two")))
                .isInstanceOf(CommandException.class)
                .hasMessage("Expected three within 0 s, but there are two");
    }

    @Test
    void linesShowTheTimeSinceTheStepsStart() {
        StringWriter text = new StringWriter();
        AtomicLong nanos = new AtomicLong();
        Progress lines = new TextProgress(new PrintWriter(text), nanos::get);

        lines.started("Count");
        nanos.set(1_350_000_000L);
        lines.waiting("Count", "two so far");
        nanos.set(62_000_000_000L);
        lines.finished("Count", "three");

        assertThat(text.toString().lines())
                .containsExactly("       … Count", "  1.3 s …   two so far", " 62.0 s ✓ Count: three");
    }
}
