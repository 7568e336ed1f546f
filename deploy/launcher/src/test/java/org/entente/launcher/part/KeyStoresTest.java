package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Operator;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoresTest {
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    Path home = Path.of("");

    @Test
    void anOperatorsSigningKeyIsMadeOnceAndOnlyItsOwnerCanReadIt() throws IOException, GeneralSecurityException {
        Path store = keyStores(JDK).of(Operator.ALBA);
        byte[] first = Files.readAllBytes(store);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rw-------");
        assertThat(keyStores(JDK).of(Operator.ALBA)).isEqualTo(store).hasBinaryContent(first);

        char[] password = keyStores(JDK).password(Operator.ALBA).toCharArray();
        KeyStore opened = KeyStore.getInstance(store.toFile(), password);
        assertThat(opened.getKey(KeyStores.ALIAS, password).getAlgorithm()).isEqualTo("EdDSA");
    }

    @Test
    void aJdkWithoutItsKeyToolIsTold() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> keyStores(home).of(Operator.BOREAL))
                .withMessageStartingWith("The signing key of Boreal Edge could not be made: ")
                .withMessageContaining("bin/keytool");
        assertThat(home.resolve("secrets/boreal-keys.p12")).doesNotExist();
    }

    @Test
    void aKeyToolThatFailsLeavesNoStoreAndTellsThePlaceOfTheLog() throws IOException {
        Path tool = home.resolve("bin/keytool");
        Files.createDirectories(tool.getParent());
        Files.writeString(tool, "#!/usr/bin/env bash\necho 'keytool error: no entropy'; exit 1\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> keyStores(home).of(Operator.BOREAL))
                .withMessageEndingWith("could not be made: keytool error: no entropy")
                .satisfies(failure -> assertThat(failure.log()).contains(home.resolve("log/keys.log")));
        assertThat(home.resolve("secrets/boreal-keys.p12")).doesNotExist();
    }

    private KeyStores keyStores(Path jdk) {
        Settings settings = Settings.from(Map.of("ENTENTE_HOME", home.toString()), home, jdk);
        return new KeyStores(settings, new Secrets(settings.folders().secrets()), new Helpers());
    }
}
