package org.entente.launcher.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.launcher.process.Command;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Settings;

/** How the applications that are built here are run: small, and quick to start. */
final class QuarkusApplication {
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx192m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    private QuarkusApplication() {}

    static Path jar(Settings settings, String module) {
        return settings.folders().checkout().resolve("deploy/" + module + "/target/quarkus-app/quarkus-run.jar");
    }

    static void require(Path jar) {
        if (!Files.exists(jar)) {
            throw new LaunchException(jar + " is missing: build it with ./mvnw package -DskipTests.");
        }
    }

    static Command command(Workshop workshop, Path jar, Map<String, String> environment, Description description) {
        List<String> arguments = Stream.of(
                        Stream.of(workshop.java()), JAVA_OPTIONS.stream(), Stream.of("-jar", jar.toString()))
                .flatMap(part -> part)
                .toList();
        return new Command(
                arguments,
                environment,
                workshop.settings().folders().home(),
                description.files().log());
    }
}
