package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartupTest {
    private final List<String> journal = FakePart.journal();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final FakePart database = part("database");
    private final FakePart login = part("login", "database");
    private final FakePart server = part("server", "database", "login");
    private final FakePart simulator = part("simulator");

    @Test
    void aPartStartsWhenThoseBeforeItAreReady() {
        run(server, login, simulator, database);

        assertThat(journal.stream().filter(entry -> !entry.endsWith("simulator")))
                .endsWith("start database", "start login", "start server");
        assertThat(journal).contains("start simulator");
    }

    @Test
    void aPartThatIsNotAmongThoseToStartIsTakenAsReady() {
        run(server);

        assertThat(journal).containsExactly("prepare server", "start server");
    }

    @Test
    void aFailureIsToldAndThoseAfterItDoNotStart() {
        LaunchException full = new LaunchException("The disk is full.");
        database.failing(full);

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> run(server, login, simulator, database))
                .isSameAs(full);

        assertThat(journal).contains("start simulator").doesNotContain("start login", "start server");
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("The database ....... failed while preparing")
                .contains("The login .......... not started")
                .contains("The server ......... not started")
                .contains("The simulator ...... ready");
    }

    @Test
    void anUnexpectedFailureIsToldWithItsPart() {
        login.failing(new IllegalStateException("odd"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> run(login, server))
                .withMessage("login failed: java.lang.IllegalStateException: odd");
    }

    @Test
    void evenAClassThatIsGoneIsToldAndKeepsNobodyWaiting() {
        login.failing(new NoClassDefFoundError("rebuilt meanwhile"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> run(login, server))
                .withMessageContaining("rebuilt meanwhile");
    }

    private void run(Part... parts) {
        PrintStream output = new PrintStream(shown, true, StandardCharsets.UTF_8);
        try (Progress progress = Progress.on(output, Map.of())) {
            new Startup(progress).run(List.of(parts));
        }
    }

    private FakePart part(String key, String... after) {
        return new FakePart(key, 20_000, Path.of("run"), journal, after);
    }
}
