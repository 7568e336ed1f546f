package org.entente.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/** Log files of parts and steps: one file for the present run, one for the run before. */
public final class LogFile {
    private static final int TAIL_BYTES = 16_384;
    private static final int REASON_LENGTH = 240;

    private LogFile() {}

    /** Puts the log of the run before aside, so that a part's log starts where the part does. */
    public static void turn(Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (Files.exists(log)) {
                String name = log.getFileName().toString();
                Files.move(log, log.resolveSibling(name + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new LaunchException("Cannot use the log " + log + ": " + Reason.of(failed) + ".", failed);
        }
    }

    /** The line that best tells why a program ended: the last one that speaks of an error, else the last one. */
    public static String reason(Path log) {
        List<String> lines = tail(log)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.contains("ERROR") || line.contains("FATAL") || line.contains("error:"))
                .reduce((first, second) -> second)
                .or(() -> lines.stream().reduce((first, second) -> second))
                .map(line -> line.length() <= REASON_LENGTH ? line : line.substring(0, REASON_LENGTH) + "...")
                .orElse("it said nothing");
    }

    private static String tail(Path log) {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            int length = (int) Math.min(TAIL_BYTES, file.length());
            byte[] bytes = new byte[length];
            file.seek(file.length() - length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new LaunchException("Cannot use the log " + log + ": " + Reason.of(failed) + ".", failed);
        }
    }
}
