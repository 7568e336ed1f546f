package org.entente.launcher.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anAbsentFileIsNamed() {
        Path absent = folder.resolve("absent");

        assertThat(reason(() -> Files.readString(absent))).isEqualTo(absent + " does not exist");
    }

    @Test
    void aFileWhereAFolderShouldBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("home"), "");

        assertThat(reason(() -> Files.createDirectories(file))).isEqualTo(file + " is in the way");
        assertThat(reason(() -> Files.createDirectories(file.resolve("run"))))
                .isEqualTo(file.resolve("run") + ": Not a directory");
    }

    @Test
    void aFolderOfAnothersIsDenied() {
        assertThat(Reason.of(new AccessDeniedException("/home/other"))).isEqualTo("permission denied for /home/other");
    }

    @Test
    void aFailureWithoutAnyMessageIsNamedByItsKind() {
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
        assertThat(Reason.of(new DirectoryNotEmptyException("/full"))).isEqualTo("/full cannot be used");
    }

    private interface Attempt {
        Object attempted() throws IOException;
    }

    private static String reason(Attempt attempt) {
        try {
            throw new AssertionError("it did not fail: " + attempt.attempted());
        } catch (IOException failed) {
            return Reason.of(failed);
        }
    }
}
