package org.entente.launcher.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine that has nothing but what a test puts on it: the PATH is one folder, the user's home is empty, and the
 * usual folders of JDKs lie in a folder of the test. On it is a checkout with the real script, and a stand-in for
 * Maven's wrapper.
 */
final class Machine {
    private static final Path REAL_CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> USUAL_TOOLS = List.of(
            "bash",
            "sh",
            "awk",
            "basename",
            "cat",
            "cut",
            "date",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "id",
            "ls",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tail",
            "tar",
            "touch",
            "tr",
            "unzip");
    private static final int SECONDS_MAX = 60;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /** What the script printed and how it ended. */
    record Outcome(int code, String output, String errors) {}

    /** A machine in this empty folder, with the usual tools and Node.js, and without any JDK. */
    Machine(Path folder) throws IOException {
        this.folder = folder;
        copy("entente");
        copy("pom.xml");
        copyAll("deploy/launcher/shell");
        copyAll("deploy/launcher/help");
        Path search = checkout().resolve("deploy/launcher/shell/jdk.sh");
        String script = Files.readString(search);
        String usual = script.replaceAll(" (/(?:usr|opt|Library)/[^ \\n]*\\*)", " " + root() + "$1");
        if (usual.equals(script)) {
            throw new IllegalStateException(search + " names no usual folders");
        }
        Files.writeString(search, usual);
        USUAL_TOOLS.forEach(this::install);
        program("bin/node", "echo v22.1.0");
        program("bin/npm", "echo 10");
        maven("echo '[INFO] BUILD SUCCESS'");
        Files.createDirectories(folder.resolve("home"));
        environment.put("PATH", folder.resolve("bin").toString());
        environment.put("HOME", folder.resolve("home").toString());
    }

    Path checkout() {
        return folder.resolve("checkout");
    }

    /** Where the machine's own folders begin. */
    Path root() {
        return folder.resolve("root");
    }

    Machine with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Machine without(String tool) throws IOException {
        Files.delete(folder.resolve("bin").resolve(tool));
        return this;
    }

    /** A stand-in for a tool of the PATH, or for any other program. */
    Machine program(String place, String script) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** A stand-in for Maven's wrapper. */
    Machine maven(String script) throws IOException {
        return program("checkout/mvnw", script);
    }

    /** A folder that looks like a JDK of this version; its {@code java} tells whose it is and what it is to run. */
    Path jdk(String place, String version) throws IOException {
        Path home = folder.resolve(place);
        program(place + "/bin/java", "echo \"java of " + version + ": $*\"");
        program(place + "/bin/javac", "echo javac " + version);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Makes the checkout look as if it was built just now. */
    Machine built() throws IOException {
        Path target = checkout().resolve("deploy/launcher/target");
        Files.createDirectories(target.resolve("lib"));
        Files.writeString(target.resolve("built"), "");
        return this;
    }

    /** Runs {@code ./entente} with these arguments to its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        Process running = start(arguments);
        if (!running.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new AssertionError("./entente " + String.join(" ", arguments) + " did not end");
        }
        return new Outcome(
                running.exitValue(),
                Files.readString(folder.resolve("output")),
                Files.readString(folder.resolve("errors")));
    }

    /** Starts {@code ./entente} with these arguments; what it prints to standard error is in {@link #errors}. */
    Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(checkout().resolve("entente").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }

    String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }

    private void install(String tool) {
        try {
            Path place = Stream.of(System.getenv("PATH").split(":"))
                    .map(entry -> Path.of(entry).resolve(tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this test needs " + tool));
            Files.createDirectories(folder.resolve("bin"));
            Files.createSymbolicLink(folder.resolve("bin").resolve(tool), place);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void copyAll(String subfolder) throws IOException {
        try (Stream<Path> files = Files.list(REAL_CHECKOUT.resolve(subfolder))) {
            for (Path file : files.toList()) {
                copy(REAL_CHECKOUT.relativize(file).toString());
            }
        }
    }

    private void copy(String file) throws IOException {
        Path target = checkout().resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(REAL_CHECKOUT.resolve(file), target);
    }
}
