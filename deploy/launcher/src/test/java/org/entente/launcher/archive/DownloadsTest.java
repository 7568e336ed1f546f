package org.entente.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for Maven's wrapper, which is asked with the same arguments. */
class DownloadsTest {
    private static final Downloads.Artifact KEYCLOAK =
            new Downloads.Artifact("org.keycloak", "keycloak-quarkus-dist", "26.7.3", "zip");

    @TempDir
    Path checkout = Path.of("");

    private Path folder = checkout;
    private Path log = checkout;

    @BeforeEach
    void name() {
        folder = checkout.resolve("half/download");
        log = checkout.resolve("log/download.log");
    }

    @Test
    void theArtifactIsHandedOverAndRemoved() throws IOException {
        wrapper("""
                for argument; do case $argument in
                  -Dartifact=*) artifact=${argument#*=} ;;
                  -DoutputDirectory=*) folder=${argument#*=} ;;
                esac; done
                mkdir -p "$folder"
                echo "$artifact with $JAVA_HOME" >"$folder/keycloak-quarkus-dist-26.7.3.zip"
                """);

        downloads()
                .with(
                        KEYCLOAK,
                        folder,
                        file -> assertThat(file)
                                .hasContent("org.keycloak:keycloak-quarkus-dist:26.7.3:zip with /a/jdk"));

        assertThat(folder).doesNotExist();
    }

    @Test
    void aFailedDownloadTellsTheReasonAndThePlaceOfTheLog() throws IOException {
        wrapper("echo '[ERROR] Could not transfer artifact: Network is unreachable'; exit 1");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> downloads().with(KEYCLOAK, folder, file -> {}))
                .withMessage("keycloak-quarkus-dist could not be fetched:"
                        + " [ERROR] Could not transfer artifact: Network is unreachable")
                .satisfies(failure -> assertThat(failure.log()).contains(log));
    }

    private Downloads downloads() {
        return new Downloads(checkout, Path.of("/a/jdk"), log, new Helpers());
    }

    private void wrapper(String script) throws IOException {
        Path wrapper = Files.writeString(checkout.resolve("mvnw"), "#!/usr/bin/env bash\n" + script);
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
    }
}
