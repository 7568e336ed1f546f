package org.entente.launcher.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;

/** Refuses to begin what the disk has no room for. */
public final class DiskSpace {
    private static final long BYTES_PER_MEBIBYTE = 1024L * 1024L;

    private DiskSpace() {}

    /** Throws unless the disk that holds the folder has room for so many mebibytes. Makes the folder. */
    public static void require(Path folder, long mebibytes) {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace() / BYTES_PER_MEBIBYTE;
            if (free < mebibytes) {
                throw new LaunchException("Only " + free + " MiB are free on the disk of " + folder + ", and "
                        + mebibytes + " MiB are needed: make room, or choose another disk with ENTENTE_HOME.");
            }
        } catch (IOException failed) {
            throw new LaunchException("Cannot use the folder " + folder + ": " + Reason.of(failed) + ".", failed);
        }
    }
}
