package org.entente.launcher.progress;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file could not be used, for people: Java's own message is often the file's name and nothing else. */
public final class Reason {
    private Reason() {}

    /** The end of a sentence, without its full stop: {@code permission denied for /var/entente}. */
    public static String of(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case NoSuchFileException absent -> absent.getFile() + " does not exist";
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile() + " is in the way";
            case FileSystemException told when told.getReason() == null -> told.getFile() + " cannot be used";
            default -> Objects.requireNonNullElseGet(failed.getMessage(), failed.getClass()::getSimpleName);
        };
    }
}
