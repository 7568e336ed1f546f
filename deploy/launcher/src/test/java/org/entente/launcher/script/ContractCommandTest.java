package org.entente.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.launcher.script.Machine.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./entente lab contract}, with stand-ins for the lab, for Maven and for what reads its report. */
class ContractCommandTest {
    private static final String REPORTS = "deploy/simulator/target/failsafe-reports";
    private static final String RESULT =
            "{\n  \"tests\": 14,\n  \"passed\": 14,\n  \"failed\": 0,\n  \"skipped\": 0\n}\n";

    private final Machine machine;
    private final Path calls;

    ContractCommandTest(@TempDir Path folder) throws IOException {
        this.machine = new Machine(folder);
        this.calls = folder.resolve("calls");
        machine.jdk("root/usr/lib/jvm/jdk-21", "21.0.4");
        Path script = machine.checkout().resolve("deploy/launcher/shell/test.sh");
        Files.writeString(script, "\ndebian_root() { true; }\n", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("login"), """
                ENTENTE_LAB_KUBERNETES=https://127.0.5.1:6443
                ENTENTE_LAB_KUBERNETES_CA=authority
                ENTENTE_LAB_KUBERNETES_TOKEN=token
                """);
    }

    @BeforeEach
    void allGoesWell() throws IOException {
        lab("3");
        maven("0");
        result("0");
    }

    @Test
    void aLabThatWasDownIsBroughtUpAndStoppedAgain() throws IOException, InterruptedException {
        Outcome contract = contract();

        assertThat(contract.errors()).isEmpty();
        assertThat(contract.code()).isZero();
        assertThat(contract.output())
                .startsWith("The site contract on a real Kubernetes:\n")
                .containsPattern("  Contract on kubernetes \\.* ?passed: 14 tests, 14 passed, 0 failed, 0 skipped \\(");
        assertThat(Files.readAllLines(calls))
                .containsExactly("status 127.0.5.1", "up 127.0.5.1", "login 127.0.5.1", "down 127.0.5.1");
    }

    @Test
    void aLabThatWasUpStaysUp() throws IOException, InterruptedException {
        lab("0");

        assertThat(contract().code()).isZero();
        assertThat(Files.readAllLines(calls)).containsExactly("status 127.0.5.1", "login 127.0.5.1");
    }

    @Test
    void onlyTheContractIsRunAndWithTheLabsLogin() throws IOException, InterruptedException {
        contract();

        assertThat(Files.readString(machine.checkout().resolve(".entente/log/contract-kubernetes.log")))
                .contains("-Dit.test=LabKubernetesIT")
                .contains("with https://127.0.5.1:6443 authority token");
    }

    @Test
    void theResultIsKeptAndPrintedAlone() throws IOException, InterruptedException {
        Outcome contract = contract("--json");

        assertThat(contract.output()).isEqualTo(RESULT);
        assertThat(machine.checkout().resolve(".entente/lab/contract/kubernetes.json"))
                .hasContent(RESULT);
    }

    @Test
    void aTestThatFailsFailsTheCommandAndTheLabIsStopped() throws IOException, InterruptedException {
        maven("1");
        result("1");

        Outcome contract = contract();

        assertThat(contract.code()).isEqualTo(1);
        assertThat(contract.output()).containsPattern("Contract on kubernetes \\.* ?failed \\(");
        assertThat(Files.readAllLines(calls)).endsWith("down 127.0.5.1");
    }

    @Test
    void aReportOfAnEarlierRunDoesNotCount() throws IOException, InterruptedException {
        contract();
        machine.maven("echo '[ERROR] it does not compile'; exit 1");

        Outcome second = contract();

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.errors()).startsWith("The contract was not tried: it does not compile\nLog: ");
    }

    @Test
    void anUnknownReleaseIsMisuse() throws IOException, InterruptedException {
        assertThat(machine.run("lab", "contract", "--release", "icehouse"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "There is no release 'icehouse': --release takes victoria, zed, epoxy or kubernetes.\n"));
        assertThat(machine.run("lab", "contract", "--release").code()).isEqualTo(2);
    }

    private Outcome contract(String... arguments) throws IOException, InterruptedException {
        String[] all = new String[4 + arguments.length];
        System.arraycopy(new String[] {"lab", "contract", "--release", "kubernetes"}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return machine.run(all);
    }

    private void lab(String statusCode) throws IOException {
        machine.program("checkout/deploy/lab/kubernetes/kubernetes", """
                echo "$*" >>'%s'
                case $1 in status) exit %s ;; login) echo '%s' ;; esac""".formatted(
                        calls, statusCode, calls.resolveSibling("login")));
    }

    private void maven(String code) throws IOException {
        machine.maven("""
                echo "$*"
                echo "with $ENTENTE_LAB_KUBERNETES $ENTENTE_LAB_KUBERNETES_CA $ENTENTE_LAB_KUBERNETES_TOKEN"
                mkdir -p %1$s
                touch %1$s/TEST-org.entente.simulator.contract.LabKubernetesIT.xml
                exit %2$s""".formatted(REPORTS, code));
    }

    private void result(String code) throws IOException {
        machine.program("checkout/deploy/lab/contract/result", "cat <<'END'\n" + RESULT + "END\nexit " + code);
    }
}
