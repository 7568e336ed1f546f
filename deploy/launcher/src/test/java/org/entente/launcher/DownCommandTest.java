package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.entente.launcher.progress.LaunchException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownCommandTest {
    private final FakeStack stack;

    DownCommandTest(@TempDir Path home) {
        stack = new FakeStack(home);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void downStopsInTheReverseOrder() {
        stack.run("up");
        stack.journal().clear();

        assertThat(stack.run("down")).isZero();

        assertThat(stack.journal()).containsExactly("stop server", "stop database");
        assertThat(stack.shown()).endsWith("Entente is down; its data are kept.\n");
    }

    @Test
    void downOfWhatDoesNotRunIsNoError() {
        assertThat(stack.run("down")).isZero();
        assertThat(stack.shown()).isEqualTo("Nothing is running.\n");
    }

    @Test
    void aPartThatDoesNotStopIsTold() {
        stack.server().running().failing(new LaunchException("Process 1 does not end, even when killed."));

        assertThat(stack.run("down")).isEqualTo(1);

        assertThat(stack.errors().strip()).isEqualTo("Process 1 does not end, even when killed.");
        assertThat(stack.shown()).contains("The server ......... failed while stopping");
    }
}
