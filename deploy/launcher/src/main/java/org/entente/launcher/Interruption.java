package org.entente.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What happens on Ctrl-C: the innermost work under way is cleared, and its sentence is the only one the user sees.
 * Programs that the work waits for hear the same Ctrl-C, so the work often fails by it; of that nothing is told.
 */
final class Interruption {
    /** How much later than a program that this one waits for it may hear of Ctrl-C itself. */
    private static final Duration LATENESS = Duration.ofMillis(200);

    private final PrintStream errors;
    private final Deque<Work> underWay = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final CountDownLatch heard = new CountDownLatch(1);

    Interruption(PrintStream errors) {
        this.errors = errors;
    }

    /**
     * Does the work; an interruption in the middle of it is answered by this note.
     *
     * @param note one sentence for the user
     * @param clearing ends what should not go on
     */
    <T> T during(String note, Runnable clearing, Supplier<T> doing) {
        Work work = new Work(note, clearing);
        underWay.push(work);
        if (listening.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::answer, "interruption"));
        }
        try {
            return doing.get();
        } catch (RuntimeException failed) {
            endHereIfInterrupted();
            throw failed;
        } finally {
            underWay.remove(work);
        }
    }

    /** The program ends in any case now; if no work is under way, it ends by itself. */
    private void answer() {
        Optional.ofNullable(underWay.peek()).ifPresent(work -> {
            heard.countDown();
            work.clearing().run();
            errors.println();
            errors.println(work.note());
        });
    }

    private void endHereIfInterrupted() {
        try {
            if (heard.await(LATENESS.toMillis(), TimeUnit.MILLISECONDS)) {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Work(String note, Runnable clearing) {}
}
