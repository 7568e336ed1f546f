package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFailureTest {
    private final Machine machine;

    BuildFailureTest(@TempDir Path folder) throws IOException {
        this.machine = new Machine(folder);
        machine.jdk("root/usr/lib/jvm/jdk-21", "21.0.4");
    }

    @Test
    void theCompilersFirstErrorIsTheReason() throws IOException, InterruptedException {
        machine.maven("echo '[ERROR] COMPILATION ERROR : '; echo '[ERROR] Order.java:[3,1] no such type'; exit 1");

        assertThat(reason()).isEqualTo("The build failed: Order.java:[3,1] no such type");
    }

    @Test
    void aMavenThatCannotBeFetchedSaysWhy() throws IOException, InterruptedException {
        machine.maven("echo 'curl: (6) Could not resolve host'; echo; exit 1");

        assertThat(reason()).isEqualTo("The build failed: curl: (6) Could not resolve host");
    }

    @Test
    void aMavenThatSaysNothingIsSaidToSayNothing() throws IOException, InterruptedException {
        machine.maven("exit 1");

        assertThat(reason()).isEqualTo("The build failed: it said nothing");
    }

    @Test
    void theLockOfAKilledBuildWhoseNumberAnotherProgramHasIsTakenOver() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("sleep", "300").start();
        try {
            Path lock = machine.checkout().resolve("deploy/launcher/target/building");
            Files.createDirectories(lock.getParent());
            Files.writeString(lock, other.pid() + "\n");

            assertThat(machine.run("up").output()).contains("Build ", "done");
        } finally {
            other.destroyForcibly();
        }
    }

    private String reason() throws IOException, InterruptedException {
        Outcome up = machine.run("up");
        assertThat(up.code()).isEqualTo(1);
        return up.errors().lines().findFirst().orElseThrow();
    }
}
