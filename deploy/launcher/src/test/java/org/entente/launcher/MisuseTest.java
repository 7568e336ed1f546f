package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MisuseTest {
    private final FakeStack stack;

    MisuseTest(@TempDir Path home) {
        stack = new FakeStack(home);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "reset", "story", "sites"})
    void anUnknownOptionIsMisuseToldInOneSentence(String command) {
        assertThat(stack.run(command, "--colour")).isEqualTo(2);

        assertThat(stack.errors())
                .isEqualTo("Unknown option: '--colour': ./entente " + command + " --help tells how it is used.\n");
        assertThat(stack.journal()).isEmpty();
    }
}
