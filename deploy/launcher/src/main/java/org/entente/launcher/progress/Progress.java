package org.entente.launcher.progress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Shows steps, one line each with the time it has taken. Steps may run at once and on any thread. */
public final class Progress implements AutoCloseable {
    private static final int FRAME_MILLIS = 200;
    private static final int USUAL_COLUMNS = 80;

    private final Screen screen;
    private final LongSupplier nanoTime;
    private final List<Step> running = new ArrayList<>();
    private final ScheduledExecutorService frames = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    Progress(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
        var unused = frames.scheduleAtFixedRate(this::frame, FRAME_MILLIS, FRAME_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Shows on the given stream: animated if {@code ENTENTE_TERMINAL} says how many columns its terminal has (the
     * launching script sets it), plain lines otherwise. {@code NO_COLOR} is honoured.
     */
    public static Progress on(PrintStream output, Map<String, String> environment) {
        String columns = environment.getOrDefault("ENTENTE_TERMINAL", "");
        if (columns.isEmpty()) {
            return new Progress(new PlainScreen(output), System::nanoTime);
        }
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        int width = columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
        return new Progress(new TerminalScreen(output, width, colours), System::nanoTime);
    }

    /** Begins a step, doing what {@code words} say. */
    public synchronized Step begin(String title, String words) {
        Step step = new Step(title, words, this, nanoTime);
        running.add(step);
        return step;
    }

    synchronized void ended(Step step, Line line) {
        if (running.remove(step)) {
            screen.finished(line);
        }
    }

    synchronized void frame() {
        screen.running(running.stream().filter(Step::shown).map(Step::running).toList());
    }

    @Override
    public synchronized void close() {
        frames.shutdownNow();
        running.clear();
        screen.running(List.of());
    }
}
