package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./entente test} where nothing may be installed. */
class TestCommandTest {
    private static final String PASSED = "[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0";
    private static final String SKIPPED = "[WARNING] Tests run: 5, Failures: 0, Errors: 0, Skipped: 2";
    private static final String FAILED = "[ERROR] Tests run: 4, Failures: 1, Errors: 1, Skipped: 0";

    private final Machine machine;
    private final Path log;

    TestCommandTest(@TempDir Path folder) throws IOException {
        this.machine = new Machine(folder);
        this.log = machine.checkout().resolve(".entente/log/test.log");
        machine.jdk("root/usr/lib/jvm/jdk-21", "21.0.4");
        Path script = machine.checkout().resolve("deploy/launcher/shell/test.sh");
        Files.writeString(script, "\ndebian_root() { false; }\n", StandardOpenOption.APPEND);
    }

    @Test
    void testsThatPassAreCounted() throws IOException, InterruptedException {
        Outcome test = maven(0, PASSED, SKIPPED).run("test");

        assertThat(test.code()).isZero();
        assertThat(test.output())
                .contains(PASSED, SKIPPED)
                .containsPattern("  Tests \\.+ passed: 17 tests in 2 modules: 0 failed, 2 skipped \\([0-9]+ s\\)\n$");
    }

    @Test
    void testsThatFailAreToldWithReasonAndLog() throws IOException, InterruptedException {
        Outcome test =
                maven(1, PASSED, "[ERROR] OrderTest.paid:12 expected 3", FAILED).run("test");

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.output()).containsPattern("  Tests \\.+ failed \\([0-9]+ s\\)\n$");
        assertThat(test.errors())
                .endsWith("Tests failed (16 tests in 2 modules: 2 failed, 0 skipped): OrderTest.paid:12 expected 3\n"
                        + "Log: " + log + "\n");
    }

    @Test
    void whereTheLabCannotBeInstalledThatIsSaidLoudly() throws IOException, InterruptedException {
        assertThat(maven(0, PASSED).run("test").errors())
                .startsWith("SKIPPED: ")
                .contains("real OpenStack", "browser", "Debian and root");
    }

    @Test
    void everythingIsVerifiedWithTheArgumentsGiven() throws IOException, InterruptedException {
        machine.maven("echo \"asked: $*\"").run("test", "-pl", "billing");

        assertThat(Files.readString(log)).isEqualTo("asked: verify -pl billing\n");
    }

    private Machine maven(int code, String... lines) throws IOException {
        return machine.maven("cat <<'END'\n" + String.join("\n", lines) + "\nEND\nexit " + code);
    }
}
