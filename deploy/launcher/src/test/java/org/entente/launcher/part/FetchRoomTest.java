package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchRoomTest {
    private final Path home;
    private final List<Part> parts;

    FetchRoomTest(@TempDir Path home) {
        this.home = home;
        Settings settings = Settings.from(Map.of("ENTENTE_HOME", home.toString()), home, Path.of("/jdk"));
        this.parts = Parts.of(settings, new Helpers());
    }

    @Test
    void whatIsToBeFetchedNeedsRoom() {
        assertThat(room("postgresql")).isEqualTo(100);
        assertThat(room("keycloak")).isEqualTo(500);
        assertThat(room("simulator")).isZero();
        assertThat(room("alba")).isZero();
    }

    @Test
    void whatWasFetchedNeedsNone() throws IOException {
        Path program = home.resolve("parts/keycloak-" + Versions.ofThisBuild().keycloak());
        Files.createDirectories(program);

        assertThat(room("keycloak")).isZero();
        assertThat(room("postgresql")).isEqualTo(100);
    }

    @Test
    void whatAnInterruptedFetchLeftSavesNoRoom() throws IOException {
        Path half = home.resolve("parts/keycloak-" + Versions.ofThisBuild().keycloak() + ".half");
        Files.createDirectories(half);

        assertThat(room("keycloak")).isEqualTo(500);
    }

    private long room(String key) {
        return parts.stream()
                .filter(part -> part.description().key().equals(key))
                .mapToLong(Part::mebibytesToFetch)
                .sum();
    }
}
