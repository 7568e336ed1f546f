package org.entente.launcher.progress;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One step under way. It ends once, with {@link #done} or {@link #failed}. Safe for any thread. */
public final class Step {
    private final String title;
    private final Progress progress;
    private final LongSupplier nanoTime;
    private volatile long began;
    private volatile boolean waiting;
    private volatile String words;

    Step(String title, String words, Progress progress, LongSupplier nanoTime) {
        this.title = title;
        this.words = words;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Says what the step is doing now, in a word or two. */
    public void at(String doing) {
        words = doing;
    }

    /** Waits for others: the step is not shown until it {@link #resumed}, and the time before is not counted. */
    public void waiting() {
        waiting = true;
    }

    public void resumed() {
        began = nanoTime.getAsLong();
        waiting = false;
    }

    boolean shown() {
        return !waiting;
    }

    /** Ends the step well. */
    public void done(String how) {
        progress.ended(this, line(Line.State.DONE, how));
    }

    /** Ends the step badly; the reason is told elsewhere, in a whole sentence. */
    public void failed() {
        progress.ended(this, line(Line.State.FAILED, "failed while " + words));
    }

    Line running() {
        return line(Line.State.RUNNING, words);
    }

    private Line line(Line.State state, String shown) {
        return new Line(title, state, shown, Duration.ofNanos(nanoTime.getAsLong() - began));
    }
}
