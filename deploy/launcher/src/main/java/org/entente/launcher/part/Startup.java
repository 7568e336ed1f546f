package org.entente.launcher.part;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Progress;
import org.entente.launcher.progress.Step;

/**
 * Starts parts, all at once as far as their order allows: each prepares at once, and starts when the parts it comes
 * after are ready.
 */
public final class Startup {
    private final Progress progress;
    private final Map<String, CompletableFuture<Boolean>> ready = new HashMap<>();

    public Startup(Progress progress) {
        this.progress = progress;
    }

    /** Starts the parts, or throws what kept the first of those that failed. */
    public void run(List<Part> parts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> ready.put(part.description().key(), new CompletableFuture<>()));
            parts.forEach(part -> threads.execute(() -> bringUp(part)));
        }
        parts.stream()
                .map(part -> failure(part.description().key()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    /** Ends the part's future in every case: with true if it is ready, false if another one kept it from starting. */
    private void bringUp(Part part) {
        Description description = part.description();
        CompletableFuture<Boolean> outcome = outcome(description.key());
        Step step = progress.begin(description.title(), "preparing");
        try {
            part.prepare(step);
            step.waiting();
            boolean othersReady = othersReady(description);
            step.resumed();
            if (!othersReady) {
                step.done("not started");
                outcome.complete(false);
                return;
            }
            part.start(step);
            step.done("ready");
            outcome.complete(true);
        } catch (RuntimeException | Error failed) {
            // Whatever it was: parts that wait for this one must hear of it, and run() throws it on.
            step.failed();
            outcome.completeExceptionally(failed);
        }
    }

    private boolean othersReady(Description description) {
        return description.after().stream()
                .filter(ready::containsKey)
                .allMatch(key -> outcome(key).exceptionally(failed -> false).join());
    }

    private CompletableFuture<Boolean> outcome(String key) {
        return ready.getOrDefault(key, CompletableFuture.completedFuture(true));
    }

    private Optional<LaunchException> failure(String key) {
        try {
            outcome(key).join();
            return Optional.empty();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof LaunchException told) {
                return Optional.of(told);
            }
            return Optional.of(new LaunchException(key + " failed: " + cause, failed));
        }
    }
}
