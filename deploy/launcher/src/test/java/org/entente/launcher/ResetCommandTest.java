package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ResetCommandTest {
    private final FakeStack stack;

    ResetCommandTest(@TempDir Path home) {
        stack = new FakeStack(home);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void resetStopsAllAndDeletesDataAndSecretsOnly() throws IOException {
        stack.run("up");
        Files.createDirectories(stack.home().resolve("secrets"));
        Files.createDirectories(stack.home().resolve("parts/keycloak"));

        assertThat(stack.run("reset", "--yes")).isZero();

        assertThat(stack.journal()).endsWith("stop server", "stop database");
        assertThat(stack.home().resolve("data")).doesNotExist();
        assertThat(stack.home().resolve("secrets")).doesNotExist();
        assertThat(stack.home().resolve("parts/keycloak")).exists();
        assertThat(stack.shown()).endsWith("All data are deleted; the next ./entente up begins anew.\n");
        stack.run("up");
        assertThat(stack.bootstraps()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "y\n", "\n", ""})
    void resetDeletesNothingUntilYesIsTyped(String answer) throws IOException {
        Files.createDirectories(stack.home().resolve("data"));
        stack.type(answer);

        assertThat(stack.run("reset")).isEqualTo(2);

        assertThat(stack.home().resolve("data")).exists();
        assertThat(stack.shown())
                .startsWith("This deletes both operators' data and keys in " + stack.home() + ". Type yes to go on: ")
                .endsWith("Nothing was deleted (--yes deletes without asking).\n");
    }

    @Test
    void resetDeletesWhenYesIsTyped() throws IOException {
        Files.createDirectories(stack.home().resolve("data"));
        stack.type("yes\n");

        assertThat(stack.run("reset")).isZero();

        assertThat(stack.home().resolve("data")).doesNotExist();
    }
}
