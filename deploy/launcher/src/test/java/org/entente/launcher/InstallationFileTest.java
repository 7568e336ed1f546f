package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationFileTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void bothOperatorsAreToldWithTheirAddressesAndPeople() throws IOException {
        write();

        JsonNode written = written();
        assertThat(written.path("operators").findValuesAsText("id")).containsExactly("alba", "boreal");
        JsonNode alba = written.at("/operators/0");
        assertThat(alba.path("url").asText()).isEqualTo("http://127.0.0.1:20001");
        assertThat(alba.path("realm").asText()).isEqualTo("http://127.0.0.1:20008/realms/alba");
        assertThat(alba.at("/users/devops/user").asText()).isEqualTo("ada");
        assertThat(alba.at("/users/devops/tenant").asText()).isEqualTo("acme");
        assertThat(written.at("/simulator/url").asText()).isEqualTo("http://127.0.0.1:20010");
        assertThat(written.has("lab")).isFalse();
    }

    @Test
    void aLabThatWasBroughtUpIsToldWithItsLogIn() throws IOException {
        Path login = Lab.login(settings());
        Files.createDirectories(login.getParent());
        Files.writeString(login, """
                export OS_AUTH_URL=http://127.0.2.1:5000/v3
                export OS_USERNAME=admin
                export OS_PROJECT_NAME=edge
                export OS_PASSWORD=openstack
                """);

        write();

        JsonNode lab = written().path("lab");
        assertThat(lab.path("keystone").asText()).isEqualTo("http://127.0.2.1:5000/v3");
        assertThat(lab.path("account").asText()).isEqualTo("admin@edge");
        assertThat(lab.path("secret").asText()).isEqualTo("openstack");
    }

    @Test
    void aSecondWriteReplacesTheFirstAndLeavesNothingBeside() throws IOException {
        write();
        write();

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("operators.json"));
        }
    }

    @Test
    void aHomeThatIsGoneIsToldWithItsReason() {
        Settings gone =
                Settings.from(Map.of("ENTENTE_HOME", home.resolve("gone").toString()), home, Path.of("/jdk"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new InstallationFile(gone).write())
                .withMessageStartingWith(home.resolve("gone/operators.json") + " cannot be written: ")
                .withMessageEndingWith(" does not exist.");
    }

    private void write() {
        new InstallationFile(settings()).write();
    }

    private JsonNode written() throws IOException {
        return new JsonMapper().readTree(Files.readString(home.resolve("operators.json")));
    }

    private Settings settings() {
        return Settings.from(
                Map.of("ENTENTE_HOME", home.toString(), "ENTENTE_PORT_BASE", "20000"), home, Path.of("/jdk"));
    }
}
