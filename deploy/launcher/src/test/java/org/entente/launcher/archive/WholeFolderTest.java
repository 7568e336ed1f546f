package org.entente.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
    @TempDir
    Path parts = Path.of("");

    private Path folder = parts;

    @BeforeEach
    void name() {
        folder = parts.resolve("deeper/keycloak");
    }

    @Test
    void aFolderIsThereOnceItIsWhole() {
        WholeFolder.make(folder, half -> {
            Files.writeString(half.resolve("program"), "new");
            assertThat(folder).doesNotExist();
        });

        assertThat(folder.resolve("program")).hasContent("new");
        assertThat(folder.getParent()).isDirectoryNotContaining("glob:**.half");
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws IOException {
        Files.createDirectories(folder);

        WholeFolder.make(folder, half -> {
            throw new AssertionError("it was made again");
        });

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledAttemptLeftBehindIsNotTaken() throws IOException {
        Path left = folder.resolveSibling("keycloak.half/lib");
        Files.createDirectories(left);
        Files.writeString(left.resolve("half.jar"), "half");

        WholeFolder.make(folder, half -> Files.writeString(half.resolve("whole.jar"), "whole"));

        assertThat(folder).isDirectoryContaining("glob:**whole.jar").isDirectoryNotContaining("glob:**lib");
    }

    @Test
    void aFullDiskIsToldAndLeavesNothing() {
        WholeFolder.Filling filling = half -> {
            Files.writeString(half.resolve("first"), "content");
            throw new IOException("No space left on device");
        };

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> WholeFolder.make(folder, filling))
                .withMessage(
                        "The disk of " + folder.getParent() + " is full: make room and run the same command again.");
        assertThat(folder.getParent()).isEmptyDirectory();
    }

    @Test
    void aFailureInItsOwnWordsPassesAndLeavesNothing() {
        LaunchException told = new LaunchException("Keycloak could not be fetched");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> WholeFolder.make(folder, half -> {
                    Files.writeString(half.resolve("first"), "content");
                    throw told;
                }))
                .isSameAs(told);
        assertThat(folder.getParent()).isEmptyDirectory();
    }

    @Test
    void anyOtherFailureIsToldWithItsReason() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> WholeFolder.make(folder, half -> {
                    throw new FileSystemException("/the/disk", null, "Read-only file system");
                }))
                .withMessage("Could not make " + folder + ": /the/disk: Read-only file system.");
    }

    @Test
    void aLinkIsDeletedAndWhatItPointsToIsKept() throws IOException {
        Path kept = Files.createDirectories(parts.resolve("kept"));
        Files.writeString(kept.resolve("file"), "content");
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("link"), kept);

        WholeFolder.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept.resolve("file")).hasContent("content");
    }

    @Test
    void deletingWhatIsNotThereIsNoError() throws IOException {
        WholeFolder.delete(folder);

        assertThat(folder).doesNotExist();
    }
}
