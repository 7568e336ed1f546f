package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NODE_WANTED = "The portal is built with Node.js 20 or newer and npm, and found ";
    private static final String NODE_ADVICE = ": get it from https://nodejs.org or your package manager.\n";

    private final Machine machine;
    private final Path lock;
    private final Path log;

    BuildTest(@TempDir Path folder) throws IOException {
        machine = new Machine(folder);
        machine.jdk("root/usr/lib/jvm/java-21", "21.0.4");
        for (String module : new String[] {
            ".mvn", "federation-agreements", "metering", "broker", "billing", "frontend", "deploy/server/src"
        }) {
            Files.createDirectories(machine.checkout().resolve(module));
        }
        lock = machine.checkout().resolve("deploy/launcher/target/building");
        log = machine.checkout().resolve(".entente/log/build.log");
    }

    @Test
    void aFreshCheckoutIsBuiltAndThenLaunched() throws IOException, InterruptedException {
        machine.maven("echo \"maven $* with $JAVA_HOME\"");

        Outcome up = machine.run("up");

        assertThat(up.code()).isZero();
        assertThat(up.output().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("  Build \\.+ done \\([0-9]+ s\\)"),
                        line -> assertThat(line).startsWith("java of 21.0.4: ").endsWith("Entente up"));
        assertThat(log)
                .hasContent("maven package -DskipTests -Dspotless.check.skip=true with "
                        + machine.root().resolve("usr/lib/jvm/java-21") + "\n");
        assertThat(lock).doesNotExist();
    }

    @Test
    void whatIsBuiltIsBuiltAgainOnlyWhenASourceChanged() throws IOException, InterruptedException {
        machine.run("up");
        assertThat(machine.run("up").output()).doesNotContain("Build");

        Path source = machine.checkout().resolve("deploy/server/src/Main.java");
        Files.writeString(source, "class Main {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(machine.run("up").output()).contains("Build");
    }

    @ParameterizedTest
    @CsvSource({"node, no Node.js", "npm, Node.js 22 without npm"})
    void withoutNodeOrNpmOneSentenceSaysWhichIsMissing(String tool, String found)
            throws IOException, InterruptedException {
        machine.without(tool);

        for (String command : new String[] {"up", "story", "test"}) {
            assertThat(machine.run(command))
                    .as(command)
                    .isEqualTo(new Outcome(1, "", NODE_WANTED + found + NODE_ADVICE));
        }
    }

    @ParameterizedTest
    @CsvSource({"v18.20.4, Node.js 18", "nightly, Node.js of an unknown version"})
    void anOldNodeIsNotEnough(String version, String found) throws IOException, InterruptedException {
        machine.program("bin/node", "echo " + version);

        assertThat(machine.run("up")).isEqualTo(new Outcome(1, "", NODE_WANTED + found + NODE_ADVICE));
    }

    @Test
    void withoutTarAndUnzipOneSentenceSaysSo() throws IOException, InterruptedException {
        machine.without("tar");
        assertThat(machine.run("up").code()).isZero();
        Files.delete(machine.checkout().resolve("deploy/launcher/target/built"));
        machine.without("unzip");

        assertThat(machine.run("up"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "Maven's wrapper needs unzip or tar to unpack Maven:"
                                + " install one of them with your package manager.\n"));
    }

    @Test
    void aFailedBuildTellsTheReasonAndThePlaceOfTheLogAndIsBuiltAgain() throws IOException, InterruptedException {
        machine.maven("echo '[INFO] fine'; echo '[ERROR] COMPILATION ERROR :'; echo '[ERROR] more'; exit 1");

        Outcome failed = machine.run("up");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.output()).matches("  Build \\.+ failed \\([0-9]+ s\\)\n");
        assertThat(failed.errors()).isEqualTo("The build failed: more\nLog: " + log + "\n");
        assertThat(lock).doesNotExist();
        machine.maven("echo '[INFO] BUILD SUCCESS'");
        assertThat(machine.run("up").output()).contains("done");
    }

    @Test
    void aFullDiskIsToldAsSuch() throws IOException, InterruptedException {
        machine.maven("echo '[ERROR] Failed to execute goal: copy: No space left on device'; exit 1");

        assertThat(machine.run("up").errors()).startsWith("The build failed: the disk is full\nLog: ");
    }

    @Test
    void anUnwritableHomeIsToldInOneSentence() throws IOException, InterruptedException {
        Path file = Files.writeString(machine.checkout().resolve("file"), "");
        machine.with("ENTENTE_HOME", file.resolve("home").toString());

        Outcome refused = machine.run("up");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors())
                .isEqualTo("The folder " + file.resolve("home/log")
                        + " cannot be written: make it writable, or choose another with ENTENTE_HOME.\n");
        assertThat(lock).doesNotExist();
    }

    @Test
    void twoBuildsAtOnceAreRefused() throws IOException, InterruptedException {
        machine.maven("echo begun; sleep 60");
        Process first = machine.start("up");
        await().atMost(PATIENCE).until(() -> Files.exists(log) && Files.size(log) > 0);

        Outcome second = machine.run("up");

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.errors())
                .isEqualTo("Another ./entente is building here (process " + first.pid()
                        + "): try again when it is done.\n");
        first.destroy();
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theLockOfAKilledBuildIsTakenOver() throws IOException, InterruptedException {
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "999999999\n");

        assertThat(machine.run("up").output()).contains("Build", "done");
        assertThat(lock).doesNotExist();
    }

    @Test
    void anInterruptedBuildIsEndedWithAllItStartedAndTheNextRunBuilds() throws IOException, InterruptedException {
        machine.maven("echo $$; sleep 60 & wait");
        Process up = machine.start("up");
        await().atMost(PATIENCE).until(() -> Files.exists(log) && Files.size(log) > 0);
        long maven = Long.parseLong(Files.readString(log).strip());

        up.destroy();

        assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(130);
        assertThat(machine.errors()).isEqualTo("Interrupted; the next run begins this step again.\n");
        await().atMost(PATIENCE)
                .until(() ->
                        ProcessHandle.of(maven).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(lock).doesNotExist();
        machine.maven("echo '[INFO] BUILD SUCCESS'");
        assertThat(machine.run("up").output()).contains("done");
    }
}
