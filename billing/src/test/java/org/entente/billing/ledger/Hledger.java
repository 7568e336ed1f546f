package org.entente.billing.ledger;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program that other people read their books with. */
public final class Hledger {
    private Hledger() {}

    public static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "hledger"))
                .anyMatch(Files::isExecutable);
    }

    /** What it says to a journal, errors included. */
    public static String run(Path folder, String journal, String... command) {
        try {
            Path file = Files.writeString(folder.resolve("books.journal"), journal);
            Process process = new ProcessBuilder(
                            Stream.concat(List.of("hledger", "-f", file.toString()).stream(), Stream.of(command))
                                    .toList())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("hledger could not be run", failed);
        }
    }
}
