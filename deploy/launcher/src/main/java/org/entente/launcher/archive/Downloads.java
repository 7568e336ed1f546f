package org.entente.launcher.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.launcher.process.Command;
import org.entente.launcher.process.Helpers;

/**
 * Fetches Maven artifacts with the checkout's own Maven: from its local repository if they are there, so that once
 * fetched nothing needs the network again.
 */
public final class Downloads {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Path checkout;
    private final Path javaHome;
    private final Path log;
    private final Helpers helpers;

    public Downloads(Path checkout, Path javaHome, Path log, Helpers helpers) {
        this.checkout = checkout;
        this.javaHome = javaHome;
        this.log = log;
        this.helpers = helpers;
    }

    /** A Maven artifact. */
    public record Artifact(String group, String name, String version, String type) {
        private String fileName() {
            return name + "-" + version + "." + type;
        }

        @Override
        public String toString() {
            return group + ":" + name + ":" + version + ":" + type;
        }
    }

    /** Something done with a file that is there only meanwhile. */
    @FunctionalInterface
    public interface Use {
        void use(Path file) throws IOException;
    }

    /** Fetches the artifact into a new folder, hands it over and removes the folder again. */
    public void with(Artifact artifact, Path folder, Use use) throws IOException {
        List<String> arguments = List.of(
                checkout.resolve("mvnw").toString(),
                "--quiet",
                "--non-recursive",
                "dependency:copy",
                "-Dartifact=" + artifact,
                "-DoutputDirectory=" + folder);
        helpers.run(
                new Command(arguments, Map.of("JAVA_HOME", javaHome.toString()), checkout, log),
                LIMIT,
                artifact.name() + " could not be fetched");
        use.use(folder.resolve(artifact.fileName()));
        WholeFolder.delete(folder);
    }
}
