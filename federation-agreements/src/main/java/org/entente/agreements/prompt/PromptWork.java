package org.entente.agreements.prompt;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One piece of work that finds by itself what there is to do, run soon after it is asked for and never twice at once in
 * this process: calls during a run lead together to one more run after it. Nothing is promised across a crash, so
 * whoever asks has stored the work first, and a tick asks as well.
 */
public final class PromptWork {
    private final Executor threads;
    private final Runnable work;
    private final AtomicLong asked = new AtomicLong();

    public PromptWork(Executor threads, Runnable work) {
        this.threads = threads;
        this.work = work;
    }

    /** Has the work done soon, on another thread. */
    public void ask() {
        if (asked.getAndIncrement() == 0) {
            threads.execute(this::run);
        }
    }

    private void run() {
        long answered = asked.get();
        try {
            work.run();
        } finally {
            if (!asked.compareAndSet(answered, 0)) {
                asked.set(0);
                ask();
            }
        }
    }
}
