package org.entente.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path CHECKOUT = Path.of("/checkout");

    @Test
    void withoutAnyVariableAllIsInTheCheckoutAndStartedHere() {
        Settings settings = settings(Map.of());

        assertThat(settings.folders().home()).hasToString("/checkout/.entente");
        assertThat(settings.folders().parts()).hasToString("/checkout/.entente/parts");
        assertThat(settings.folders().log("alba")).hasToString("/checkout/.entente/log/alba.log");
        assertThat(settings.ports().base()).isEqualTo(7400);
        assertThat(settings.ownDatabase()).isEmpty();
        assertThat(settings.ownKeycloak()).isEmpty();
        assertThat(settings.keycloakUrl()).isEqualTo(URI.create("http://127.0.0.1:7408"));
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        assertThat(settings(Map.of("ENTENTE_HOME", "", "ENTENTE_PORT_BASE", " ")))
                .isEqualTo(settings(Map.of()));
    }

    @Test
    void theHomeAndThePartsMayBeAnywhere() {
        Settings settings = settings(Map.of("ENTENTE_HOME", "/a/../home", "ENTENTE_PARTS", "/shared"));

        assertThat(settings.folders().home()).hasToString("/home");
        assertThat(settings.folders().parts()).hasToString("/shared");
    }

    @Test
    void eachPartHasItsPortInTheBlock() {
        Ports ports = settings(Map.of("ENTENTE_PORT_BASE", "20000")).ports();

        assertThat(new int[] {
                    ports.postgresql(),
                    ports.server(Operator.ALBA),
                    ports.server(Operator.BOREAL),
                    ports.keycloak(),
                    ports.keycloakManagement(),
                    ports.simulator()
                })
                .containsExactly(20000, 20001, 20002, 20008, 20009, 20010);
    }

    @ParameterizedTest
    @CsvSource({"abc, must be a number", "1023, from 1024 to", "65525, from 1024 to", "-1, from 1024 to"})
    void aWrongPortBaseIsTold(String base, String reason) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> settings(Map.of("ENTENTE_PORT_BASE", base)))
                .withMessageStartingWith("ENTENTE_PORT_BASE ")
                .withMessageContaining(base)
                .withMessageContaining(reason)
                .withMessageEndingWith(".");
    }

    @Test
    void aDatabaseOfTheUsersOwnIsTakenAndItsPasswordNeverShown() {
        Settings settings = settings(Map.of(
                "ENTENTE_DATABASE_URL", "jdbc:postgresql://db:5432",
                "ENTENTE_DATABASE_USER", "owner",
                "ENTENTE_DATABASE_PASSWORD", "hidden"));

        assertThat(settings.ownDatabase()).contains(new OwnDatabase("jdbc:postgresql://db:5432", "owner", "hidden"));
        assertThat(settings.toString()).contains("owner").doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({"postgres://db", "jdbc:postgresql://db:5432/alba"})
    void aDatabaseAddressThatIsNoneIsTold(String address) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> settings(Map.of("ENTENTE_DATABASE_URL", address)))
                .withMessage("ENTENTE_DATABASE_URL must be jdbc:postgresql://host:port without a database's name,"
                        + " but was '" + address + "'.");
    }

    @Test
    void aKeycloakOfTheUsersOwnIsTakenWithoutTheLastSlash() {
        Settings settings = settings(Map.of("ENTENTE_KEYCLOAK_URL", "https://login.example/auth/"));

        assertThat(settings.realmUrl(Operator.BOREAL)).hasToString("https://login.example/auth/realms/boreal");
    }

    @ParameterizedTest
    @CsvSource({"login.example", "http://not an address"})
    void aKeycloakAddressThatIsNoneIsTold(String address) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> settings(Map.of("ENTENTE_KEYCLOAK_URL", address)))
                .withMessage("ENTENTE_KEYCLOAK_URL must be an http or https address, but is '" + address + "'.");
    }

    @Test
    void aFolderNameThatIsNoneIsTold() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> settings(Map.of("ENTENTE_HOME", "a\0b")))
                .withMessageStartingWith("ENTENTE_HOME ");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.from(environment, CHECKOUT, Path.of("/jdk"));
    }
}
