package org.entente.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/** Starts and ends processes that outlive the launcher. */
public final class Background {
    /**
     * Starts {@code "$@"} in a process group of its own ({@code set -m}), out of reach of the terminal's Ctrl-C, and
     * writes its record before anything can interrupt that ({@code trap :} holds for this shell alone: the started
     * program begins with the usual signal handling).
     */
    private static final String START = """
            trap : INT TERM HUP
            set -m
            log=$1 record=$2
            shift 2
            "$@" >>"$log" 2>&1 </dev/null &
            { echo "$!"; cat "/proc/$!/stat" 2>/dev/null || LC_ALL=C ps -o lstart= -p "$!"; } >"$record.new"
            mv -f "$record.new" "$record"
            """;

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private Background() {}

    /** Starts the command and keeps its record in the given file. Its log begins anew. */
    public static void start(Command command, Path record) {
        LogFile.turn(command.log());
        List<String> wrapped = Stream.concat(
                        Stream.of("bash", "-c", START, "start", command.log().toString(), record.toString()),
                        command.arguments().stream())
                .toList();
        try {
            Files.createDirectories(record.toAbsolutePath().getParent());
            Process shell = command.builder(wrapped).redirectErrorStream(true).start();
            shell.getOutputStream().close();
            if (!shell.waitFor(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                shell.destroyForcibly();
                throw new LaunchException(
                        "Could not record the start of " + command.arguments().getFirst() + " within "
                                + START_LIMIT.toSeconds() + " seconds.",
                        command.log());
            }
            if (shell.exitValue() != 0) {
                throw new LaunchException(
                        "Could not start " + command.arguments().getFirst() + ".", command.log());
            }
        } catch (IOException cannotRun) {
            throw new LaunchException("Could not start: " + Reason.of(cannotRun) + ".", cannotRun);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while starting.", interrupted);
        }
    }

    /** Asks the process to end, and after {@code patience} ends it. Nothing happens if it does not run any more. */
    public static void stop(ProcessRecord record, Duration patience) {
        record.handle().ifPresent(ProcessHandle::destroy);
        if (Patience.until(() -> !record.runs(), patience)) {
            return;
        }
        record.handle().ifPresent(ProcessHandle::destroyForcibly);
        if (!Patience.until(() -> !record.runs(), KILL_LIMIT)) {
            throw new LaunchException("Process " + record.pid() + " does not end, even when killed.");
        }
    }
}
