package org.entente.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    private static final long MORE_THAN_ANY_DISK_HAS = 1_000_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFolderWithRoomIsMade() {
        DiskSpace.require(folder.resolve("new/home"), 1);

        assertThat(folder.resolve("new/home")).isDirectory();
    }

    @Test
    void aDiskWithoutRoomIsToldBeforeAnythingBegins() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> DiskSpace.require(folder, MORE_THAN_ANY_DISK_HAS))
                .withMessageMatching("Only [0-9]+ MiB are free on the disk of \\Q" + folder + "\\E, and "
                        + MORE_THAN_ANY_DISK_HAS
                        + " MiB are needed: make room, or choose another disk with ENTENTE_HOME\\.");
    }

    @Test
    void aHomeThatCannotBeMadeIsToldWithItsReason() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> DiskSpace.require(file.resolve("home"), 1))
                .withMessage("Cannot use the folder " + file.resolve("home") + ": " + file.resolve("home")
                        + ": Not a directory.");
    }
}
