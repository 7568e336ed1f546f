package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairBootstrapTest {
    private static final String PORT_THAT_NOBODY_LISTENS_ON = "21900";

    @Test
    void operatorsThatDoNotAnswerAreToldWithTheLogsPlace(@TempDir Path home) {
        Settings settings = Settings.from(
                Map.of("ENTENTE_HOME", home.toString(), "ENTENTE_PORT_BASE", PORT_THAT_NOBODY_LISTENS_ON),
                home,
                Path.of("/jdk"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new PairBootstrap(settings).run(Addresses.of(settings), doing -> {}))
                .matches(failed -> failed.log().equals(Optional.of(home.resolve("log"))))
                .withMessageMatching("[^\n]+");
    }
}
