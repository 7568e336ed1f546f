package org.entente.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.launcher.archive.Archives;
import org.entente.launcher.archive.Downloads;
import org.entente.launcher.archive.WholeFolder;
import org.entente.launcher.process.Command;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Ports;

/** Keycloak's own programs, prepared once ({@code kc.sh build}) so that every start is quick. */
final class KeycloakDistribution {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--cache=local");

    /**
     * As {@code kc.sh} starts Java, but without that shell in between: the recorded process is then Keycloak itself.
     * Measured on two busy cores: ready after 9 s with the first compiler only, 12 s with both.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final Workshop workshop;
    private final Path log;

    KeycloakDistribution(Workshop workshop, Path log) {
        this.workshop = workshop;
        this.log = log;
    }

    Path folder() {
        return workshop.settings()
                .folders()
                .parts()
                .resolve("keycloak-" + workshop.versions().keycloak());
    }

    /** Where {@code --import-realm} looks for realms. */
    Path importFolder() {
        return folder().resolve("data/import");
    }

    boolean fetched() {
        return Files.isDirectory(folder());
    }

    void fetch() {
        WholeFolder.make(folder(), this::fill);
    }

    /** Prepares the distribution for quick starts, unless that was done with the same options. */
    void build() {
        Path mark = folder().resolve("entente-build.txt");
        String options = String.join(" ", BUILD_OPTIONS);
        try {
            if (Files.exists(mark) && Files.readString(mark).equals(options)) {
                return;
            }
            List<String> arguments =
                    Stream.concat(Stream.of("build"), BUILD_OPTIONS.stream()).toList();
            workshop.helpers().run(command(arguments, Map.of(), log), LIMIT, "Keycloak could not be prepared");
            Files.writeString(mark, options);
        } catch (IOException failed) {
            throw new LaunchException("Cannot write " + mark + ": " + Reason.of(failed) + ".", failed);
        }
    }

    /** Replaces realms that are there by those in the folder. */
    void importOver(Path realms) {
        List<String> arguments = List.of("import", "--optimized", "--dir=" + realms, "--override=true");
        workshop.helpers()
                .run(command(arguments, databaseEnvironment(), log), LIMIT, "Keycloak could not take the realms");
    }

    /** The server itself; {@code more} are further arguments. */
    Command start(Path serverLog, List<String> more) {
        Map<String, String> environment = new HashMap<>(databaseEnvironment());
        Ports ports = workshop.settings().ports();
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(ports.keycloak()));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.keycloakManagement()));
        environment.put("KC_HOSTNAME", Ports.url(ports.keycloak()).toString());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakPart.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakPart.ADMIN);
        List<String> arguments =
                Stream.concat(Stream.of("start", "--optimized"), more.stream()).toList();
        return command(arguments, environment, serverLog);
    }

    private Map<String, String> databaseEnvironment() {
        DatabaseAccess database = DatabaseAccess.to(KeycloakPart.KEY, workshop);
        return Map.of(
                "KC_DB_URL", database.url(), "KC_DB_USERNAME", database.user(), "KC_DB_PASSWORD", database.password());
    }

    private Command command(List<String> arguments, Map<String, String> environment, Path output) {
        Stream<String> own = Stream.of(
                "-Dkc.home.dir=" + folder(),
                "-Djboss.server.config.dir=" + folder().resolve("conf"),
                "-cp",
                folder().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        List<String> whole = Stream.of(Stream.of(workshop.java()), JAVA_OPTIONS.stream(), own, arguments.stream())
                .flatMap(part -> part)
                .toList();
        return new Command(whole, environment, folder(), output);
    }

    private void fill(Path half) throws IOException {
        Downloads.Artifact artifact = new Downloads.Artifact(
                "org.keycloak", "keycloak-quarkus-dist", workshop.versions().keycloak(), "zip");
        workshop.downloads()
                .with(artifact, half.resolve("download"), zip -> Archives.unpackZipWithoutTopFolder(zip, half));
    }
}
