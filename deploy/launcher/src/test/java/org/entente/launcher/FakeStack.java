package org.entente.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.part.FakePart;
import org.entente.launcher.part.Part;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.settings.Settings;
import picocli.CommandLine;

/** The real commands over a database and a server that have no processes. Catches what goes to standard output. */
final class FakeStack implements AutoCloseable {
    static final int DATABASE_PORT = 21_800;
    static final int SERVER_PORT = 21_801;

    private final Path home;
    private final PrintStream realOutput = System.out;
    private final InputStream realInput = System.in;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();
    private final List<String> journal = FakePart.journal();
    private final List<String> bootstraps = new ArrayList<>();
    private final FakePart database;
    private final FakePart server;

    FakeStack(Path home) {
        this.home = home;
        this.database = new FakePart("database", DATABASE_PORT, home.resolve("log"), journal);
        this.server = new FakePart("server", SERVER_PORT, home.resolve("log"), journal, "database");
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    /** Runs a command; answers its exit code. */
    int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs a command with these variables besides; answers its exit code. */
    int run(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(
                Map.of("ENTENTE_HOME", home.toString(), "ENTENTE_PORT_BASE", Integer.toString(DATABASE_PORT)));
        environment.putAll(more);
        Settings settings = Settings.from(environment, home, Path.of("/jdk"));
        List<Part> parts = List.of(database, server);
        Bootstrap bootstrap = (addresses, doing) -> bootstraps.add(addresses.toString());
        CommandLine commands = Entente.commands(
                new Launcher(new Stack(settings, parts, new Helpers()), environment, Optional.of(bootstrap)));
        return commands.setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    /** What the user types at the next question. */
    void type(String answer) {
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    String shown() {
        return output.toString(StandardCharsets.UTF_8);
    }

    void forgetOutput() {
        output.reset();
    }

    String errors() {
        return errors.toString();
    }

    Path home() {
        return home;
    }

    /** What the parts did. */
    List<String> journal() {
        return journal;
    }

    /** The addresses for which the operators were connected. */
    List<String> bootstraps() {
        return bootstraps;
    }

    FakePart database() {
        return database;
    }

    FakePart server() {
        return server;
    }

    @Override
    public void close() {
        System.setOut(realOutput);
        System.setIn(realInput);
    }
}
