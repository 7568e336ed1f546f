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
                .contains("real OpenStack", "real Kubernetes", "browser", "Debian and root");
    }

    @Test
    void everythingIsVerifiedWithTheArgumentsGiven() throws IOException, InterruptedException {
        machine.maven("echo \"asked: $*\"").run("test", "-pl", "billing");

        assertThat(Files.readString(log)).isEqualTo("asked: verify -pl billing\n");
    }

    @Test
    void whereKubernetesCannotRunThatIsSaidLoudly() throws IOException, InterruptedException {
        Outcome test = debian("echo 'It needs another machine.'; exit 4").run("test");

        assertThat(test.code()).isZero();
        assertThat(test.errors()).isEqualTo("SKIPPED: the tests on a real Kubernetes: It needs another machine.\n");
    }

    @Test
    void kubernetesThatDoesNotCompileFailsTheTests() throws IOException, InterruptedException {
        Outcome test = debian("echo 'undefined: reflect'; exit 1").run("test");

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.errors()).isEqualTo("undefined: reflect\nThe site contract failed on a real Kubernetes.\n");
    }

    @Test
    void kubernetesIsTriedWhenTheOthersHavePassed() throws IOException, InterruptedException {
        Outcome test = debian("exit 0").run("test");

        assertThat(test.code()).isZero();
        assertThat(test.output()).containsSubsequence("at low priority", "passed: 12 tests", "tried the contract\n");
    }

    @Test
    void kubernetesIsLeftOutLoudlyWhereThatIsAskedFor() throws IOException, InterruptedException {
        Outcome test = debian("exit 1").with("ENTENTE_TEST_KUBERNETES", "no").run("test");

        assertThat(test.code()).isZero();
        assertThat(test.errors())
                .isEqualTo("SKIPPED: the tests on a real Kubernetes: ENTENTE_TEST_KUBERNETES=no leaves them out.\n");
    }

    @Test
    void kubernetesThatIsNotCompiledInTimeIsSkippedLoudlyAndEnded() throws IOException, InterruptedException {
        Outcome test = debian("exec tail -f /dev/null")
                .with("ENTENTE_TEST_KUBERNETES_MINUTES", "0")
                .run("test");

        assertThat(test.code()).isZero();
        assertThat(test.errors())
                .startsWith("SKIPPED: the tests on a real Kubernetes: it was not compiled within 0 minutes.");
        assertThat(test.output()).doesNotContain("tried the contract");
    }

    @Test
    void whoAsksForSomeTestsIsNotMadeToWaitForKubernetes() throws IOException, InterruptedException {
        Outcome test = debian("exit 1").run("test", "-pl", "billing");

        assertThat(test.code()).isZero();
        assertThat(test.output()).doesNotContain("Kubernetes");
    }

    /** A machine where labs can be installed; what building Kubernetes does there. */
    private Machine debian(String building) throws IOException {
        Files.writeString(machine.checkout().resolve("deploy/launcher/shell/test.sh"), """

                debian_root() { true; }
                prepare_packages() { true; }
                start_lab() { true; }
                run_contract() { echo "tried the contract"; }
                """, StandardOpenOption.APPEND);
        machine.program("bin/nice", "shift 2; exec \"$@\"");
        machine.program("checkout/deploy/lab/kubernetes/kubernetes", building);
        return maven(0, PASSED);
    }

    private Machine maven(int code, String... lines) throws IOException {
        return machine.maven("cat <<'END'\n" + String.join("\n", lines) + "\nEND\nexit " + code);
    }
}
