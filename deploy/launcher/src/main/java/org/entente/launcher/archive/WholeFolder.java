package org.entente.launcher.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.jspecify.annotations.Nullable;

/** Makes folders that are whole or absent: filled beside their place, then renamed. */
public final class WholeFolder {
    private static final String NO_SPACE = "No space left on device";

    private WholeFolder() {}

    /** What puts the content into a new, empty folder. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path emptyFolder) throws IOException;
    }

    /** Makes the folder unless it is there. What an interrupted attempt left behind is removed first. */
    public static void make(Path folder, Filling filling) {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path half = folder.resolveSibling(folder.getFileName() + ".half");
        try {
            delete(half);
            Files.createDirectories(half);
            filling.fill(half);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw failure(folder, half, failed);
        } catch (LaunchException failed) {
            removeAfter(half, failed);
            throw failed;
        }
    }

    /** Deletes a folder with all in it, or a file; nothing happens if it is absent. Links are not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static LaunchException failure(Path folder, Path half, IOException failed) {
        String reason = Reason.of(failed);
        LaunchException failure = new LaunchException(
                reason.contains(NO_SPACE)
                        ? "The disk of " + folder.getParent() + " is full: make room and run the same command again."
                        : "Could not make " + folder + ": " + reason + ".",
                failed);
        removeAfter(half, failure);
        return failure;
    }

    private static void removeAfter(Path half, LaunchException failure) {
        try {
            delete(half);
        } catch (IOException stillThere) {
            failure.addSuppressed(stillThere);
        }
    }
}
