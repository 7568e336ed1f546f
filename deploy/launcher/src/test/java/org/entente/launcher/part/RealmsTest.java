package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealmsTest {
    @TempDir
    Path home = Path.of("");

    @ParameterizedTest
    @EnumSource(Operator.class)
    void aRealmIsWholeJsonWithTheOperatorsPeopleAndRoles(Operator operator) throws IOException {
        String file = RealmFiles.of(operator, settings("7400"), secrets());
        JsonNode realm = new JsonMapper().readTree(file);

        assertThat(file).doesNotContain("{{");
        assertThat(realm.path("realm").asText()).isEqualTo(operator.id());
        assertThat(realm.at("/users").findValuesAsText("username"))
                .contains(
                        operator.people().devops(),
                        operator.people().engineer(),
                        operator.people().finance());
        assertThat(realm.at("/roles/realm").findValuesAsText("name")).containsExactly("devops", "engineer", "finance");
        assertThat(realm.at("/users/0/attributes/tenant/0").asText())
                .isEqualTo(operator.people().tenant());
        assertThat(realm.at("/clients").findValuesAsText("clientId"))
                .containsExactly("portal", "command-line", "broker");
    }

    @Test
    void aClientsSecretHasNothingThatAUrlWouldChange() throws IOException {
        Files.writeString(secrets().folder().resolve("alba-broker-client"), "ab+cd/ef=\n");

        assertThat(RealmFiles.brokerSecret(Operator.ALBA, secrets())).isEqualTo("ab-cd_ef=");
    }

    @Test
    void realmsBearTheAddressOfTheirPort() {
        assertThat(RealmFiles.of(Operator.ALBA, settings("20000"), secrets()))
                .contains("http://127.0.0.1:20001")
                .doesNotContain("127.0.0.1:7401");
    }

    @Test
    void theBrokersSecretIsTheSameAtEveryStartAndNotThatOfAnother() {
        String first = RealmFiles.of(Operator.ALBA, settings("7400"), secrets());

        assertThat(RealmFiles.of(Operator.ALBA, settings("7400"), secrets())).isEqualTo(first);
        assertThat(first)
                .contains(RealmFiles.brokerSecret(Operator.ALBA, secrets()))
                .doesNotContain(RealmFiles.brokerSecret(Operator.BOREAL, secrets()));
    }

    @Test
    void filesWithSecretsAreForTheirOwnerOnly() throws IOException {
        Path folder = realms("7400").writeTo(home.resolve("data/import"));
        realms("7400").writeTo(folder);
        realms("7400").taken();

        for (Path file :
                List.of(folder.resolve("alba-realm.json"), home.resolve("data/keycloak-realms/boreal-realm.json"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aNewHomesRealmsWereNeverTaken() {
        assertThat(realms("7400").neverTaken()).isTrue();
    }

    @Test
    void realmsThatWereTakenAreNotTakenAgain() {
        realms("7400").taken();

        assertThat(realms("7400").neverTaken()).isFalse();
        assertThat(realms("7400").changed()).isFalse();
    }

    @Test
    void otherPortsChangeTheRealmsUntilTheyAreTaken() {
        realms("7400").taken();
        Realms moved = realms("20000");

        assertThat(moved.changed()).isTrue();
        moved.taken();
        assertThat(moved.changed()).isFalse();
    }

    @Test
    void aFileIsWrittenForEachOperator() {
        Path folder = realms("7400").writeTo(home.resolve("data/import"));

        assertThat(folder.resolve("alba-realm.json"))
                .hasContent(RealmFiles.of(Operator.ALBA, settings("7400"), secrets()));
        assertThat(folder.resolve("boreal-realm.json")).isNotEmptyFile();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(home.resolve("import"), "a file");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> realms("7400").writeTo(file))
                .withMessage("Cannot write realms to " + file + ": " + file + " is in the way.");
    }

    private Realms realms(String portBase) {
        return new Realms(settings(portBase), secrets());
    }

    private Secrets secrets() {
        return new Secrets(home.resolve("secrets"));
    }

    private Settings settings(String portBase) {
        return Settings.from(
                Map.of("ENTENTE_HOME", home.toString(), "ENTENTE_PORT_BASE", portBase), home, Path.of("/jdk"));
    }
}
