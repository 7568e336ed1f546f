package org.entente.launcher.part;

import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a part whether it runs or not.
 *
 * @param key its name in files and in {@code status --json}
 * @param title its name for people
 * @param ports the ports it listens on; people are told of the first
 * @param readiness how to ask whether it can be used
 * @param files its record and its log
 * @param after the keys of the parts that must be ready before it starts
 */
public record Description(
        String key, String title, List<Integer> ports, Readiness readiness, Files files, List<String> after) {
    public Description {
        ports = List.copyOf(ports);
        after = List.copyOf(after);
    }

    /**
     * The files that tell of a part's process.
     *
     * @param record which process it is
     * @param log what it prints
     */
    public record Files(Path record, Path log) {}
}
