package org.entente.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/** Log files of parts and steps: one file for the present run, one for the run before. */
public final class LogFile {
    private static final int TAIL_BYTES = 65_536;
    private static final int REASON_LENGTH = 240;

    private static final Pattern ERROR = Pattern.compile("ERROR|FATAL|error:");
    private static final Pattern CAUSE = Pattern.compile("Caused by: [\\w.$]+: (.+)");

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

    /**
     * What best tells why a program ended: the last line that speaks of an error, or the message of its innermost cause
     * if a stack trace follows it; without any such line, the last one.
     */
    public static String reason(Path log) {
        List<String> lines = tail(log)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        int error = lastError(lines);
        String reason = error < 0 ? last(lines) : cause(lines.subList(error, lines.size()));
        return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH) + "...";
    }

    private static int lastError(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(number -> ERROR.matcher(lines.get(number)).find())
                .max()
                .orElse(-1);
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    /** Of a line that speaks of an error and those after it: the innermost cause that says more than its kind. */
    private static String cause(List<String> lines) {
        return lines.stream()
                .map(CAUSE::matcher)
                .filter(Matcher::matches)
                .map(cause -> cause.group(1))
                .reduce((outer, inner) -> inner)
                .orElse(lines.getFirst());
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
