package org.entente.launcher;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens on Ctrl-C in the middle of some work.
 *
 * @param clearing ends what should not go on
 * @param note one sentence for the user
 */
record Interruption(Runnable clearing, String note, PrintStream output) {
    void during(Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!over.get()) {
                clearing.run();
                output.println();
                output.println(note);
            }
        }));
        try {
            work.run();
        } finally {
            over.set(true);
        }
    }
}
