package org.entente.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** How much memory a process holds now. */
public final class ResidentMemory {
    private static final long KIBIBYTES_PER_MEBIBYTE = 1024;

    private ResidentMemory() {}

    /** Resident memory in MiB as {@code ps} tells it; nothing if it does not. */
    public static OptionalLong mebibytes(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return kibibytes.matches("[0-9]+")
                    ? OptionalLong.of(Long.parseLong(kibibytes) / KIBIBYTES_PER_MEBIBYTE)
                    : OptionalLong.empty();
        } catch (IOException noPs) {
            return OptionalLong.empty();
        }
    }
}
