package org.entente.launcher.process;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/**
 * Which process a part runs as. In its file, the first line is the process's number and the second its
 * {@link StartMark}, or a text from which the mark can be read.
 */
public record ProcessRecord(long pid, StartMark started) {
    /** The record of a process that runs now. */
    public static Optional<ProcessRecord> of(long pid) {
        return StartMark.of(pid).map(mark -> new ProcessRecord(pid, mark));
    }

    /** What the file holds; nothing if it is absent, was cut short or is no record. */
    public static Optional<ProcessRecord> read(Path file) {
        try {
            String[] lines = Files.readString(file).split("\n", 2);
            if (lines.length < 2 || !lines[0].matches("[0-9]{1,10}")) {
                return Optional.empty();
            }
            return StartMark.parse(lines[1]).map(mark -> new ProcessRecord(Long.parseLong(lines[0]), mark));
        } catch (NoSuchFileException | CharacterCodingException absentOrSpoilt) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new LaunchException("Cannot read " + file + ": " + Reason.of(unreadable) + ".", unreadable);
        }
    }

    /** The recorded process, if it still runs: never another one that was given its number. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(process -> runs());
    }

    public boolean runs() {
        return StartMark.of(pid).filter(started::equals).isPresent();
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(beside, pid + "\n" + started.text() + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new LaunchException("Cannot write " + file + ": " + Reason.of(failed) + ".", failed);
        }
    }
}
