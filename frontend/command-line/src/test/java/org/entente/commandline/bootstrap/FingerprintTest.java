package org.entente.commandline.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.progress.CommandException;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void keyOfTheStandardHasTheThumbprintOfTheStandard() {
        Map<String, Object> key =
                Map.of("kty", "OKP", "crv", "Ed25519", "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(Fingerprint.of(key)).isEqualTo(FakePair.FINGERPRINTS.get("alba"));
    }

    @Test
    void membersThatAreNotTheKeyDoNotCount() {
        Map<String, Object> key = Map.of(
                "kty",
                "OKP",
                "crv",
                "Ed25519",
                "x",
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                "kid",
                "1",
                "y",
                "z");

        assertThat(Fingerprint.of(key)).isEqualTo(FakePair.FINGERPRINTS.get("alba"));
    }

    @Test
    void keyOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> Fingerprint.of(Map.of("kty", "oct", "k", "secret")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("was of type oct");
    }
}
