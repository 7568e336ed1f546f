package org.entente.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/** Runs programs that the launcher waits for, and that end when the launcher is interrupted. */
public final class Helpers {
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /** Runs the command, or throws with {@code failure} as the sentence's beginning and the command's log. */
    public void run(Command command, Duration timeout, String failure) {
        int exit = exitCode(command, timeout, failure);
        if (exit != 0) {
            throw new LaunchException(failure + ": " + LogFile.reason(command.log()), command.log());
        }
    }

    /** Ends what runs now. */
    public void stopAll() {
        running.forEach(Process::destroy);
    }

    private int exitCode(Command command, Duration timeout, String failure) {
        Process process = start(command, failure);
        running.add(process);
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LaunchException(
                        failure + ": it did not end within " + timeout.toSeconds() + " seconds", command.log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchException(failure + ": interrupted", interrupted);
        } finally {
            process.destroy();
            running.remove(process);
        }
    }

    private static Process start(Command command, String failure) {
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            return command.builder(command.arguments())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()))
                    .start();
        } catch (IOException cannotRun) {
            throw new LaunchException(failure + ": " + Reason.of(cannotRun) + ".", cannotRun);
        }
    }
}
