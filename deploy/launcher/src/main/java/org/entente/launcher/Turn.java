package org.entente.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Folders;

/** The right to change a running Entente: one launcher at a time has it, and a killed one loses it. */
final class Turn {
    private Turn() {}

    /** Does the work while holding the turn, or throws if another launcher holds it. */
    static boolean with(Folders folders, BooleanSupplier work) {
        Path file = folders.run().resolve("launcher.lock");
        try {
            Files.createDirectories(folders.run());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Closing the channel, or the end of this process in any way, gives the lock back.
                if (!locked(channel)) {
                    throw new LaunchException(
                            "Another ./entente is at work in " + folders.home() + ": try again when it is done.");
                }
                return work.getAsBoolean();
            }
        } catch (IOException failed) {
            throw new LaunchException("Cannot use " + file + ": " + Reason.of(failed) + ".", failed);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
