package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StatusCommandTest {
    private final FakeStack stack;

    StatusCommandTest(@TempDir Path home) {
        stack = new FakeStack(home);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void statusTellsEachPartAndEndsWithThreeUnlessAllAreReady() {
        stack.database().running();

        assertThat(stack.run("status")).isEqualTo(3);

        assertThat(stack.shown().lines())
                .satisfiesExactly(
                        head -> assertThat(head).contains("PART", "STATE", "PORT", "PID", "MEMORY", "LOG"),
                        first -> assertThat(first).contains("The database", "ready", "21800", " MiB", "database.log"),
                        second -> assertThat(second).contains("The server", "stopped", "21801", "server.log"));
    }

    @Test
    void statusForScriptsIsOneDocument() throws IOException {
        stack.database().running();
        stack.server().stuck();

        assertThat(stack.run("status", "--json")).isEqualTo(3);

        JsonNode status = new JsonMapper().readTree(stack.shown());
        assertThat(status.path("ready").asBoolean(true)).isFalse();
        assertThat(status.path("home").asText()).isEqualTo(stack.home().toString());
        assertThat(status.path("parts").findValuesAsText("part")).containsExactly("database", "server");
        assertThat(status.path("parts").findValuesAsText("state")).containsExactly("ready", "not answering");
        assertThat(status.at("/parts/0/port").asInt()).isEqualTo(FakeStack.DATABASE_PORT);
        assertThat(status.at("/parts/0/pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(status.at("/parts/0/memoryMebibytes").asLong()).isPositive();
        assertThat(status.at("/parts/0/log").asText()).endsWith("database.log");
    }

    @Test
    void aStoppedPartHasNoProcessInTheDocument() throws IOException {
        stack.run("status", "--json");

        JsonNode part = new JsonMapper().readTree(stack.shown()).at("/parts/0");
        assertThat(part.path("state").asText()).isEqualTo("stopped");
        assertThat(part.has("pid")).isFalse();
        assertThat(part.has("memoryMebibytes")).isFalse();
    }

    @Test
    void statusOfAllReadyEndsWithZero() {
        stack.database().running();
        stack.server().running();

        assertThat(stack.run("status")).isZero();
    }
}
