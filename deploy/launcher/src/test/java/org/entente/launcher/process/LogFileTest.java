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
