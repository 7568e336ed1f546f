package org.entente.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * When a process started, in the operating system's own terms, so that another process that was given a dead one's
 * number is told apart. On Linux it is the start time in clock ticks since boot (field 22 of {@code /proc/PID/stat},
 * proc(5)), which no change of the clock moves; elsewhere it is what {@code ps -o lstart=} says.
 */
record StartMark(String text) {
    private static final Path PROC = Path.of("/proc");
    private static final int STATE = 0;
    private static final int START_TIME = 19;
    private static final String ZOMBIE = "Z";

    /** The mark of a process that runs; nothing if none with this number does, or only its dead shell is left. */
    static Optional<StartMark> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(pid) : fromPs(pid);
    }

    /** Reads the mark out of a whole {@code /proc/PID/stat} or of the answer of {@code ps -o lstart=}. */
    static Optional<StartMark> parse(String text) {
        int endOfName = text.lastIndexOf(')');
        if (endOfName < 0) {
            return Optional.of(text.strip()).filter(mark -> !mark.isEmpty()).map(StartMark::new);
        }
        String[] fields = text.substring(endOfName + 1).strip().split(" ", START_TIME + 2);
        if (fields.length <= START_TIME || fields[STATE].equals(ZOMBIE)) {
            return Optional.empty();
        }
        return Optional.of(new StartMark(fields[START_TIME]));
    }

    private static Optional<StartMark> fromProc(long pid) {
        try {
            return parse(Files.readString(PROC.resolve(pid + "/stat")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<StartMark> fromPs(long pid) {
        ProcessBuilder ps = new ProcessBuilder("ps", "-o", "lstart=", "-p", Long.toString(pid));
        ps.environment().put("LC_ALL", "C");
        try {
            Process asked = ps.start();
            return parse(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException noPs) {
            return Optional.empty();
        }
    }
}
