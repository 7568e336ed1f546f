package org.entente.launcher.part;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.launcher.process.Background;
import org.entente.launcher.process.Command;
import org.entente.launcher.process.LogFile;
import org.entente.launcher.process.Patience;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Step;

/** What all parts that are plain background programs have in common. */
record Program(Description description, Duration startLimit) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Optional<ProcessRecord> process() {
        return ProcessRecord.read(description.files().record()).filter(ProcessRecord::runs);
    }

    /** Starts the command unless the part runs already, and waits until it is ready. */
    void start(Supplier<Command> command, Step step) {
        if (process().isEmpty()) {
            step.at("starting");
            Background.start(command.get(), description.files().record());
        }
        step.at("waiting for its answer");
        awaitReady();
    }

    void stop() {
        process().ifPresent(running -> Background.stop(running, PATIENCE));
    }

    private void awaitReady() {
        boolean settled =
                Patience.until(() -> description.readiness().now() || process().isEmpty(), startLimit);
        if (process().isEmpty()) {
            throw failure("ended while it started: "
                    + LogFile.reason(description.files().log()));
        }
        if (!settled) {
            throw failure("did not become ready within " + startLimit.toSeconds()
                    + " seconds; try ./entente down and ./entente up.");
        }
    }

    private LaunchException failure(String what) {
        return new LaunchException(
                description.title() + " " + what, description.files().log());
    }
}
