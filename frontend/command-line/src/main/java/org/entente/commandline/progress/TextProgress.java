package org.entente.commandline.progress;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.function.LongSupplier;

/**
 * Progress as lines of text, each with the time since its step started. The sentence of a failure is left to the
 * command, which ends with it.
 */
public final class TextProgress implements Progress {
    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private long startedAt;

    /**
     * Progress on a writer.
     *
     * @param nanoTime a clock for elapsed time, such as {@link System#nanoTime}
     */
    public TextProgress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public void started(String step) {
        startedAt = nanoTime.getAsLong();
        line("       … " + step);
    }

    @Override
    public void waiting(String step, String sentence) {
        line(elapsed() + " …   " + sentence);
    }

    @Override
    public void finished(String step, String sentence) {
        line(elapsed() + " ✓ " + step + ": " + sentence);
    }

    @Override
    public void failed(String step, String sentence) {
        line(elapsed() + " ✗ " + step + " failed");
    }

    private String elapsed() {
        BigDecimal seconds = BigDecimal.valueOf((nanoTime.getAsLong() - startedAt) / 100_000_000L, 1);
        String text = seconds.toPlainString() + " s";
        return " ".repeat(Math.max(0, 7 - text.length())) + text;
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}
