package org.entente.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.launcher.part.Description;
import org.entente.launcher.part.Part;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.process.ResidentMemory;

/**
 * How one part stands.
 *
 * @param state {@code ready}, {@code not answering} (it runs, and is starting or stuck) or {@code stopped}
 * @param memoryMebibytes resident memory of the part's main process
 */
record Status(
        String key, String title, String state, int port, OptionalLong pid, OptionalLong memoryMebibytes, Path log) {
    static final String READY = "ready";

    static Status of(Part part) {
        Description description = part.description();
        Optional<ProcessRecord> process = part.process();
        return new Status(
                description.key(),
                description.title(),
                state(part, process),
                description.ports().getFirst(),
                process.map(running -> OptionalLong.of(running.pid())).orElseGet(OptionalLong::empty),
                process.map(running -> ResidentMemory.mebibytes(running.pid())).orElseGet(OptionalLong::empty),
                description.files().log());
    }

    boolean ready() {
        return state.equals(READY);
    }

    private static String state(Part part, Optional<ProcessRecord> process) {
        if (process.isEmpty()) {
            return "stopped";
        }
        return part.description().readiness().now() ? READY : "not answering";
    }
}
