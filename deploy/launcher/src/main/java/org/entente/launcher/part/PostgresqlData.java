package org.entente.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.launcher.archive.WholeFolder;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Reason;
import org.entente.launcher.settings.Operator;

/** The folder of PostgreSQL's data: made once, with a database for each operator and for Keycloak. */
final class PostgresqlData {
    private static final String KEYCLOAK_DATABASE = "keycloak";

    private final Path folder;
    private final PostgresqlPrograms programs;
    private final Secrets secrets;

    PostgresqlData(Path folder, PostgresqlPrograms programs, Secrets secrets) {
        this.folder = folder;
        this.programs = programs;
        this.secrets = secrets;
    }

    Path folder() {
        return folder;
    }

    void make() {
        WholeFolder.make(folder, this::fill);
        String version = text("PG_VERSION").orElse("an unknown version");
        if (!version.equals(programs.majorVersion())) {
            throw new LaunchException("The data in " + folder + " are of PostgreSQL " + version
                    + ", and this Entente runs " + programs.majorVersion()
                    + ": convert them with pg_upgrade, or delete them with ./entente reset.");
        }
    }

    /**
     * The server that runs on this folder. The number in {@code postmaster.pid} counts only while that process runs our
     * own program: after a crash it may have been given to any other.
     */
    Optional<ProcessRecord> server() {
        return text("postmaster.pid")
                .filter(number -> number.matches("[0-9]{1,10}"))
                .map(number -> ProcessHandle.of(Long.parseLong(number)))
                .flatMap(process -> process)
                .filter(this::runsOurProgram)
                .flatMap(process -> ProcessRecord.of(process.pid()));
    }

    /**
     * Removes the lock that a killed server left, if there is one. PostgreSQL does so itself, but not when the number in
     * it has been given to another process of the same user.
     */
    void unlockAfterCrash() {
        try {
            if (server().isEmpty()) {
                Files.deleteIfExists(folder.resolve("postmaster.pid"));
            }
        } catch (IOException failed) {
            throw new LaunchException("Cannot unlock " + folder + ": " + Reason.of(failed) + ".", failed);
        }
    }

    private boolean runsOurProgram(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(programs.folder()))
                .isPresent();
    }

    private void fill(Path half) throws IOException {
        String failure = "PostgreSQL's data could not be made";
        programs.run(
                failure,
                "initdb",
                "-D",
                half.toString(),
                "-U",
                DatabaseAccess.USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + secrets.file(DatabaseAccess.PASSWORD_NAME),
                "-E",
                "UTF8",
                "--no-locale",
                "-c",
                "max_connections=200");
        Path statements = half.resolve("databases.sql");
        Files.writeString(statements, statements());
        programs.execute(failure, half, statements);
        Files.delete(statements);
    }

    private static String statements() {
        return Stream.concat(Stream.of(Operator.values()).map(Operator::id), Stream.of(KEYCLOAK_DATABASE))
                .map(database -> "CREATE DATABASE " + database + ";\n")
                .collect(Collectors.joining());
    }

    /** The first line of one of PostgreSQL's own files. */
    private Optional<String> text(String file) {
        try (Stream<String> lines = Files.lines(folder.resolve(file))) {
            return lines.findFirst().map(String::strip);
        } catch (IOException | UncheckedIOException absentOrSpoilt) {
            return Optional.empty();
        }
    }
}
