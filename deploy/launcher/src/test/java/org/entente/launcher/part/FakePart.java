package org.entente.launcher.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.Step;

/** A part without a process: while it "runs", its process is the test's own. It keeps a journal of what it did. */
public final class FakePart implements Part {
    private final Description description;
    private final List<String> journal;
    private volatile boolean running;
    private volatile boolean answering = true;
    private volatile Optional<Throwable> failure = Optional.empty();

    /** A stopped part with this key, which starts after the parts with those keys. */
    public FakePart(String key, int port, Path folder, List<String> journal, String... after) {
        this.description = new Description(
                key,
                "The " + key,
                List.of(port),
                () -> running && answering,
                new Description.Files(folder.resolve(key + ".pid"), folder.resolve(key + ".log")),
                List.of(after));
        this.journal = journal;
    }

    /** A journal that any number of threads may write. */
    public static List<String> journal() {
        return new CopyOnWriteArrayList<>();
    }

    /** Makes its next start fail. */
    public FakePart failing(Throwable why) {
        failure = Optional.of(why);
        return this;
    }

    /** Makes it run, as if started before. */
    public FakePart running() {
        running = true;
        return this;
    }

    /** Makes it run without answering. */
    public FakePart stuck() {
        running = true;
        answering = false;
        return this;
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Optional<ProcessRecord> process() {
        return running ? ProcessRecord.of(ProcessHandle.current().pid()) : Optional.empty();
    }

    @Override
    public void prepare(Step step) {
        journal.add("prepare " + description.key());
    }

    @Override
    public void start(Step step) {
        failure.ifPresent(FakePart::raise);
        journal.add("start " + description.key());
        running = true;
        answering = true;
    }

    @Override
    public void stop() {
        failure.ifPresent(FakePart::raise);
        journal.add("stop " + description.key());
        running = false;
    }

    private static void raise(Throwable why) {
        switch (why) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalArgumentException(why);
        }
    }
}
