package org.entente.launcher.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64v8",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, arm64, darwin-arm64v8"
    })
    void aKnownMachineHasItsPostgresql(String system, String architecture, String classifier) {
        assertThat(Platform.of(system, architecture)).isEqualTo(new Platform(classifier));
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64, Windows 11", "Linux, riscv64, riscv64"})
    void anUnknownMachineIsToldWhatToDo(String system, String architecture, String named) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Platform.of(system, architecture))
                .withMessage("There is no ready-made PostgreSQL for " + named
                        + ": run one yourself and set ENTENTE_DATABASE_URL to it.");
    }
}
