package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./entente test} of a user who may install nothing. */
class TestCommandTest {
    private static final String SKIPPED = "SKIPPED: the tests on a real OpenStack, in a real browser,";
    private static final String WHY = ": installing them needs Debian and root.\n";

    private final Machine machine;
    private final Path log;

    TestCommandTest(@TempDir Path folder) throws IOException {
        machine = new Machine(folder).program("bin/id", "echo 1000");
        machine.jdk("root/usr/lib/jvm/java-21", "21.0.4");
        log = machine.checkout().resolve(".entente/log/test.log");
    }

    @Test
    void allTestsAreRunAndCountedAndWhatIsSkippedIsSaidLoudly() throws IOException, InterruptedException {
        machine.maven("""
                echo "arguments: $*"
                echo '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in OneTest'
                echo '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0'
                echo '[WARNING] Tests run: 40, Failures: 0, Errors: 0, Skipped: 2'
                """);

        Outcome passed = machine.run("test", "-Dtest=OneTest");

        assertThat(passed.code()).isZero();
        assertThat(passed.errors()).startsWith(SKIPPED).endsWith(WHY).hasLineCount(1);
        assertThat(passed.output())
                .matches("(?s).*  Tests \\.+ passed: 43 tests in 2 modules: 0 failed, 2 skipped \\([0-9]+ s\\)\n");
        assertThat(log).content().startsWith("arguments: verify -Dtest=OneTest\n");
    }

    @Test
    void aFailedTestEndsWithTheReasonAndThePlaceOfTheLog() throws IOException, InterruptedException {
        machine.maven("""
                echo '[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 0'
                echo '[ERROR] OneTest.itHolds: expected 1'
                exit 1
                """);

        Outcome failed = machine.run("test");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.errors())
                .startsWith(SKIPPED)
                .contains("[ERROR] OneTest.itHolds: expected 1\n")
                .contains("Tests failed (5 tests in 1 modules: 2 failed, 0 skipped): OneTest.itHolds: expected 1\n")
                .endsWith("\nLog: " + log + "\n");
        assertThat(machine.checkout().resolve("deploy/launcher/target/building"))
                .doesNotExist();
    }
}
