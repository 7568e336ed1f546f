package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void aSecretIsMadeOnceAndKeptFromStartToStart() {
        String first = secrets().value("database-password");

        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(secrets().value("database-password")).isEqualTo(first);
        assertThat(secrets().value("alba-keys-password")).isNotEqualTo(first);
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        Path file = secrets().file("database-password");

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(home.resolve("secrets"))).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatWasOpenedToOthersIsClosedAgain() throws IOException {
        Path folder = Files.createDirectories(home.resolve("secrets"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(permissions(secrets().folder())).isEqualTo("rwx------");
    }

    @Test
    void whatAKilledAttemptLeftBehindIsNotTaken() throws IOException {
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/database-password.new"), "half");

        assertThat(secrets().value("database-password")).hasSize(44);
        assertThat(home.resolve("secrets")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void anUnwritableHomeIsToldWithItsReason() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("secrets"), "a file");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> secrets().value("database-password"))
                .withMessage("Cannot use " + inTheWay + ": " + inTheWay + " is in the way.");
    }

    private Secrets secrets() {
        return new Secrets(home.resolve("secrets"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
