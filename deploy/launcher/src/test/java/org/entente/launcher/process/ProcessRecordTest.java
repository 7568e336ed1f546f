package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRecordTest {
    private final ProcessRecord own =
            ProcessRecord.of(ProcessHandle.current().pid()).orElseThrow();

    @TempDir
    Path folder = Path.of("");

    private Path file = folder;

    @BeforeEach
    void name() {
        file = folder.resolve("run/part.pid");
    }

    @Test
    void whatIsWrittenIsRead() {
        own.write(file);

        assertThat(ProcessRecord.read(file)).contains(own);
        assertThat(own.runs()).isTrue();
        assertThat(own.handle()).contains(ProcessHandle.current());
    }

    @Test
    void anotherProcessThatWasGivenTheNumberIsNotTaken() {
        ProcessRecord dead = new ProcessRecord(own.pid(), new StartMark("1"));

        assertThat(dead.runs()).isFalse();
        assertThat(dead.handle()).isEmpty();
    }

    @Test
    void anAbsentFileIsNoRecord() {
        assertThat(ProcessRecord.read(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "4711", "4711\n", "number\n815\n", "99999999999\n815\n", "4711\n4711 (bash) S"})
    void aFileThatWasCutShortOrSpoiltIsNoRecord(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThat(ProcessRecord.read(file)).isEmpty();
    }

    @Test
    void aFileThatIsNotTextIsNoRecord() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10, 10});

        assertThat(ProcessRecord.read(file)).isEmpty();
    }

    @Test
    void aWrittenRecordReplacesTheOneBefore() {
        new ProcessRecord(1, new StartMark("1")).write(file);

        own.write(file);

        assertThat(ProcessRecord.read(file)).contains(own);
        assertThat(file.getParent()).isDirectoryContaining(beside -> beside.equals(file));
        assertThat(file.resolveSibling("part.pid.new")).doesNotExist();
    }
}
