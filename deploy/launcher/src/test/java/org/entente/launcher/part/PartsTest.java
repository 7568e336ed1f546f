package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Progress;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void everythingIsStartedHereByDefault() {
        assertThat(keys(Map.of())).containsExactly("postgresql", "keycloak", "simulator", "alba", "boreal");
    }

    @Test
    void whatTheUserBringsIsNotStarted() {
        Map<String, String> own = Map.of(
                "ENTENTE_DATABASE_URL", "jdbc:postgresql://db:5432", "ENTENTE_KEYCLOAK_URL", "https://login.example");

        assertThat(keys(own)).containsExactly("simulator", "alba", "boreal");
    }

    @Test
    void lookingAtThePartsWritesNothing() {
        assertThat(parts(Map.of()))
                .allSatisfy(part -> assertThat(part.process()).isEmpty());

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void noTwoPartsWantTheSamePort() {
        assertThat(parts(Map.of()).stream()
                        .flatMap(part -> part.description().ports().stream())
                        .toList())
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    @Test
    void theUsersOwnDatabaseIsReachedWithItsOwnPassword() {
        Settings settings = settings(Map.of(
                "ENTENTE_DATABASE_URL", "jdbc:postgresql://db:5432",
                "ENTENTE_DATABASE_USER", "owner",
                "ENTENTE_DATABASE_PASSWORD", "hidden"));
        Workshop workshop =
                new Workshop(settings, Versions.ofThisBuild(), new Secrets(home.resolve("secrets")), new Helpers());

        DatabaseAccess access = DatabaseAccess.to("alba", workshop);

        assertThat(access).isEqualTo(new DatabaseAccess("jdbc:postgresql://db:5432/alba", "owner", "hidden"));
        assertThat(access.toString()).doesNotContain("hidden");
    }

    @Test
    void aServerThatWasNotBuiltIsToldWithTheCommandThatBuildsIt() {
        Part server = parts(Map.of()).getLast();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        try (Progress progress = Progress.on(nowhere, Map.of())) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> server.prepare(progress.begin("Boreal Edge", "preparing")))
                    .withMessage(home.resolve("deploy/server/target/quarkus-app/quarkus-run.jar")
                            + " is missing: build it with ./mvnw package -DskipTests.");
        }
    }

    @Test
    void theBuildFixesTheVersionsOfWhatIsFetched() {
        assertThat(Versions.ofThisBuild())
                .extracting(Versions::entente, Versions::postgresql, Versions::keycloak)
                .allSatisfy(version -> assertThat((String) version).matches("[0-9]+\\.[0-9]+.*"));
    }

    private List<String> keys(Map<String, String> environment) {
        return parts(environment).stream().map(part -> part.description().key()).toList();
    }

    private List<Part> parts(Map<String, String> environment) {
        return Parts.of(settings(environment), new Helpers());
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("ENTENTE_HOME", home.toString()));
        environment.putAll(more);
        return Settings.from(environment, home, Path.of("/jdk"));
    }
}
