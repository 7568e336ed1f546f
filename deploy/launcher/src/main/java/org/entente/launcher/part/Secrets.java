package org.entente.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/** Random secrets of this Entente, each made once, in files that only their owner can read. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of this name, base64 of 32 random bytes, made now if there is none yet. */
    public String value(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException unreadable) {
            throw new LaunchException(
                    "Cannot read the secret " + name + ": " + Reason.of(unreadable) + ".", unreadable);
        }
    }

    /** The file that holds the secret of this name, made now if there is none yet. */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            make(file);
        }
        return file;
    }

    /** The folder of all secrets, readable by its owner only. */
    public Path folder() {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException failed) {
            throw new LaunchException("Cannot use " + folder + ": " + Reason.of(failed) + ".", failed);
        }
    }

    private void make(Path file) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        Path beside = folder().resolve(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, text + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new LaunchException("Cannot write " + file + ": " + Reason.of(failed) + ".", failed);
        }
    }
}
