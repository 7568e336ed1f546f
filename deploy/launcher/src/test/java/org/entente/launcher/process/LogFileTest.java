package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder = Path.of("");

    private Path log = folder;

    @BeforeEach
    void name() {
        log = folder.resolve("log/part.log");
    }

    @Test
    void aTurnedLogIsKeptOnceBesideTheNewOne() throws IOException {
        LogFile.turn(log);
        Files.writeString(log, "first");
        LogFile.turn(log);
        Files.writeString(log, "second");

        LogFile.turn(log);

        assertThat(log).doesNotExist();
        assertThat(log.resolveSibling("part.log.previous")).hasContent("second");
    }

    @Test
    void theReasonIsTheLastLineThatSpeaksOfAnError() throws IOException {
        write("""
                INFO starting
                ERROR port taken
                FATAL:  could not open the data
                INFO stopped
                """);

        assertThat(LogFile.reason(log)).isEqualTo("FATAL:  could not open the data");
    }

    @Test
    void theReasonIsTheLastLineIfNoneSpeaksOfAnError() throws IOException {
        write("starting\n  killed  \n\n");

        assertThat(LogFile.reason(log)).isEqualTo("killed");
    }

    @Test
    void theReasonOfAStackTraceIsItsInnermostCauseThatSaysMoreThanItsKind() throws IOException {
        write("""
                10:00 ERROR Failed to start application: java.lang.RuntimeException: Failed to start quarkus
                    at org.example.Main.main(Main.java:1)
                Caused by: org.example.SqlException: Unable to obtain connection
                    at org.example.Pool.get(Pool.java:1)
                Caused by: java.sql.SQLException: Acquisition timeout while waiting for new connection
                    ... 4 more
                Caused by: java.util.concurrent.TimeoutException
                    ... 5 more
                """);

        assertThat(LogFile.reason(log)).isEqualTo("Acquisition timeout while waiting for new connection");
    }

    @Test
    void aCauseOfAnEarlierErrorIsNotTheReason() throws IOException {
        write("""
                ERROR first
                Caused by: java.io.IOException: Broken pipe
                ERROR port taken
                """);

        assertThat(LogFile.reason(log)).isEqualTo("ERROR port taken");
    }

    @Test
    void aReasonWithoutEndIsCut() throws IOException {
        write("ERROR " + "x".repeat(100_000));

        assertThat(LogFile.reason(log)).hasSizeLessThan(260).endsWith("...");
    }

    @Test
    void onlyTheEndOfALongLogIsRead() throws IOException {
        write("ERROR long ago\n" + "INFO fine\n".repeat(10_000));

        assertThat(LogFile.reason(log)).isEqualTo("INFO fine");
    }

    @Test
    void anEmptyOrAbsentLogSaidNothing() throws IOException {
        assertThat(LogFile.reason(log)).isEqualTo("it said nothing");
        write("\n \n");
        assertThat(LogFile.reason(log)).isEqualTo("it said nothing");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(log.getParent());
        Files.writeString(log, content);
    }
}
