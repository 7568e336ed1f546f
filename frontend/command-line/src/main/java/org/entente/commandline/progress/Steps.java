package org.entente.commandline.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs named steps one after the other and tells a listener of each. */
public final class Steps {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Progress progress;
    private final Duration limit;
    private String current = "";

    /**
     * Steps that are told to a listener.
     *
     * @param limit how long one wait inside a step may take
     */
    public Steps(Progress progress, Duration limit) {
        this.progress = progress;
        this.limit = limit;
    }

    /** What a step brought, and the sentence that says so. */
    public record Outcome<T>(T value, String sentence) {}

    /** What one look at something awaited saw. */
    public sealed interface Look<T> {
        record Seen<T>(T value) implements Look<T> {}

        record NotYet<T>(String sentence) implements Look<T> {}
    }

    /** Runs a step. A {@link CommandException} of the work is told to the listener and thrown on. */
    public <T> T run(String step, Supplier<Outcome<T>> work) {
        current = step;
        progress.started(step);
        try {
            Outcome<T> outcome = work.get();
            progress.finished(step, outcome.sentence());
            return outcome.value();
        } catch (CommandException failure) {
            progress.failed(step, failure.getMessage());
            throw failure;
        }
    }

    /** Looks again and again until something is seen, or the limit has passed. */
    public <T> T await(String expected, Supplier<Look<T>> look) {
        long end = System.nanoTime() + limit.toNanos();
        Optional<String> told = Optional.empty();
        while (true) {
            String instead;
            switch (look.get()) {
                case Look.Seen<T>(T value) -> {
                    return value;
                }
                case Look.NotYet<T>(String sentence) -> instead = sentence;
            }
            if (System.nanoTime() >= end) {
                throw new CommandException(
                        "Expected " + expected + " within " + limit.toSeconds() + " s, but " + instead);
            }
            if (told.filter(instead::equals).isEmpty()) {
                progress.waiting(current, instead);
                told = Optional.of(instead);
            }
            pause(expected);
        }
    }

    private static void pause(String expected) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandException("Stopped while waiting for " + expected, stopped);
        }
    }
}
