package org.entente.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One Entente of the tests' own, with a home and ports of its own, driven by the launcher's script. */
final class Entente {
    static final int PORT_BASE = 17_300;
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MINUTES_MAX = 15;

    private final Path checkout =
            Path.of(System.getProperty("entente.checkout")).normalize();
    private final Path home = Path.of(System.getProperty("entente.home"));

    /** What a command printed and how it ended. */
    record Outcome(int code, String output, String errors) {}

    Path home() {
        return home;
    }

    /** Runs {@code ./entente} with these arguments to its end. */
    Outcome run(String... arguments) {
        try {
            Files.createDirectories(home);
            List<String> command =
                    new ArrayList<>(List.of(checkout.resolve("entente").toString()));
            command.addAll(Arrays.asList(arguments));
            Path output = Files.createTempFile(home, "output", ".txt");
            Path errors = Files.createTempFile(home, "errors", ".txt");
            ProcessBuilder process =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            process.environment().putAll(environment());
            Process running = process.start();
            running.getOutputStream().close();
            if (!running.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                running.destroy();
                throw new IllegalStateException(
                        "./entente " + String.join(" ", arguments) + " did not end in " + MINUTES_MAX + " minutes");
            }
            return new Outcome(
                    running.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was stopped", stopped);
        }
    }

    /** Runs a command that must succeed. */
    Outcome done(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.code() != 0) {
            throw new AssertionError("./entente " + String.join(" ", arguments) + " ended with " + outcome.code() + "\n"
                    + outcome.output() + "\n" + outcome.errors());
        }
        return outcome;
    }

    /** What a command that must succeed printed as JSON. */
    JsonNode json(String... arguments) throws IOException {
        return JSON.readTree(done(Stream.concat(Arrays.stream(arguments), Stream.of("--json"))
                        .toArray(String[]::new))
                .output());
    }

    /** Ends a part as a crash would. */
    void kill(String part) throws IOException {
        for (JsonNode one : JSON.readTree(run("status", "--json").output()).path("parts")) {
            if (one.path("part").asText().equals(part)) {
                ProcessHandle process =
                        ProcessHandle.of(one.path("pid").asLong()).orElseThrow();
                process.destroyForcibly();
                process.onExit().join();
                return;
            }
        }
        throw new AssertionError("There is no part " + part);
    }

    /** The lab that the test run brought up lies in another home; this Entente uses the same one. */
    void useLab() throws IOException {
        Path theirs = outerHome().resolve("lab");
        Path ours = home.resolve("lab");
        if (!Files.exists(ours)) {
            Files.createDirectories(home);
            Files.createSymbolicLink(ours, theirs);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "ENTENTE_HOME", home.toString(),
                "ENTENTE_PORT_BASE", String.valueOf(PORT_BASE),
                "ENTENTE_PARTS", outerHome().resolve("parts").toString(),
                // The tests run within a build: what they start was packaged a moment ago.
                "ENTENTE_BUILD", "never");
    }

    private Path outerHome() {
        return Optional.ofNullable(System.getenv("ENTENTE_HOME"))
                .map(Path::of)
                .orElseGet(() -> checkout.resolve(".entente"));
    }
}
