package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.commandline.bootstrap.Pair;
import org.entente.commandline.fake.FakePair;
import org.entente.commandline.fake.ToldProgress;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.http.Wire;
import org.entente.commandline.progress.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ClientCommandsTest {
    private static final String[] ORDER = {
        "order",
        "--name",
        "shop",
        "--vm",
        "web=alba/alba-paris,cirros,m1.small",
        "--containers",
        "api=boreal/boreal-tromso,nginx:1.27,2,0.25,0.50"
    };

    @TempDir
    Path home = Path.of("");

    private final FakePair pair = new FakePair();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "entente")
    private static final class Root {}

    @BeforeEach
    void ready() {
        pair.describeIn(home);
        Pair.bootstrap(
                        pair.installation(Optional.empty()),
                        Optional.empty(),
                        new HttpCalls(),
                        new Steps(new ToldProgress(), Duration.ofSeconds(5)))
                .run();
    }

    @AfterEach
    void close() {
        pair.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sites",
                "place",
                "quote",
                "order",
                "deployments",
                "deployment",
                "end",
                "statements",
                "invoices",
                "partners",
                "agreements"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Usage: entente " + command, "--json", "--operator", "--url", "--user");
    }

    @Test
    void sitesAreListedInATable() {
        assertThat(run("sites")).isZero();

        assertThat(out.toString().lines())
                .contains("alba      alba-paris     Alba Paris     FR       openstack   available  m1.small");
    }

    @Test
    void jsonIsWhatTheApiSaid() throws JsonProcessingException {
        assertThat(run("sites", "--json")).isZero();

        assertThat(Wire.JSON.readTree(out.toString()).findValuesAsText("site"))
                .containsExactly("alba-paris", "alba-lyon", "boreal-oslo", "boreal-bergen", "boreal-tromso");
    }

    @Test
    void orderSaysWhatMayBecomeOfItsParts() {
        assertThat(run(with(ORDER, "--completeness", "partial", "--when-cut-off", "move-and-return")))
                .isZero();
        assertThat(lastBody("/api/v1/orders"))
                .contains("\"completeness\":\"PARTIAL\"")
                .contains("\"whenCutOff\":\"MOVE_AND_RETURN\"");

        assertThat(run(with(ORDER, "--when-cut-off", "run"))).isEqualTo(1);
        assertThat(err.toString()).contains("--when-cut-off must be one of stay, move, move-and-return, but was run");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void orderIsShownUntilItEnds() {
        assertThat(run(ORDER)).isZero();
        assertThat(out.toString()).contains("Order order-1 is requested");
        assertThat(lastBody("/api/v1/quotes"))
                .contains("\"virtualMachine\":{\"image\":\"cirros\",\"flavour\":\"m1.small\"}")
                .contains("\"replicas\":2,\"vcpuEach\":\"0.25\",\"memoryGibEach\":\"0.5\"");

        assertThat(run("deployment", "shop")).isZero();
        assertThat(run("deployments")).isZero();
        assertThat(out.toString()).contains("order-1     shop  starting          2            0  EUR");

        assertThat(run("end", "order-1")).isZero();
        assertThat(out.toString()).endsWith("shop (order-1) is ending.\n");
    }

    @Test
    void nameOfTwoLivingDeploymentsAsksForTheId() {
        run(ORDER);
        run(ORDER);

        assertThat(run("end", "shop")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("2 deployments are called shop; say which by its id: order-1, order-2\n");
    }

    @Test
    void aPolicyGoesWithWorkloadsWhoseSiteIsOpen() {
        assertThat(run(
                        "quote",
                        "--vm",
                        "web*2=any,cirros,m1.small",
                        "--country",
                        "FR,NO",
                        "--near",
                        "48.8566,2.3522",
                        "--within-km",
                        "500",
                        "--spread",
                        "site=1",
                        "--max-month",
                        "20.50",
                        "--nearest",
                        "3"))
                .isZero();

        assertThat(lastBody("/api/v1/quotes"))
                .contains("{\"name\":\"web\",\"count\":2,\"virtualMachine\":{")
                .contains("\"countries\":[\"FR\",\"NO\"]")
                .contains("\"near\":{\"latitude\":\"48.8566\",\"longitude\":\"2.3522\",\"kilometresMax\":\"500\"}")
                .contains("\"spread\":[{\"over\":\"SITE\",\"most\":1}]")
                .contains("\"ceiling\":{\"instancePerMonth\":\"20.5\"}")
                .contains("\"weights\":{\"nearest\":3}");
    }

    @Test
    void aPolicyInAnotherShapeShowsTheShape() {
        assertThat(run("place", "--vm", "web=any,cirros,m1.small", "--spread", "planet=1"))
                .isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo("--spread must begin with site=, operator= or country=, but was planet=1\n");
    }

    @Test
    void partnersShowTheirWholeFingerprints() {
        assertThat(run("partners", "--operator", "boreal")).isZero();

        assertThat(out.toString()).contains("alba " + FakePair.FINGERPRINTS.get("alba"));
    }

    @Test
    void agreementsShowTheirVersions() {
        assertThat(run("agreements")).isZero();

        assertThat(out.toString())
                .containsPattern("alba-at-boreal +1 +signed +boreal +alba +boreal-bergen boreal-oslo boreal-tromso");
    }

    @Test
    void anyOperatorIsReachedByItsUrlAlone() {
        String url = pair.boreal().server().url().toString();

        assertThat(run("sites", "--url", url, "--user", "bo", "--password", "bo"))
                .isZero();

        assertThat(out.toString()).contains("boreal-oslo");
    }

    @Test
    void urlWithoutAUserSaysWhatIsMissing() {
        assertThat(run("sites", "--url", pair.boreal().server().url().toString()))
                .isEqualTo(1);

        assertThat(err.toString()).isEqualTo("Say who logs in, with --user\n");
    }

    @Test
    void wrongPasswordIsOneSentence() {
        assertThat(run("sites", "--password", "wrong")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("Alba Edge does not let ada log in with this password\n");
    }

    @Test
    void unknownOperatorNamesTheKnownOnes() {
        assertThat(run("sites", "--operator", "cobalt")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("There is no operator called cobalt here, only alba, boreal\n");
    }

    @Test
    void workloadInAnotherShapeShowsTheShape() {
        assertThat(run("quote", "--vm", "web=alba-paris,cirros")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualTo("--vm must be NAME=OPERATOR/SITE,IMAGE,FLAVOUR, but was web=alba-paris,cirros\n");
    }

    @Test
    void folderThatWasNeverBroughtUpSaysHowTo() {
        ClientContext elsewhere = new ClientContext(home.resolve("nowhere"), new HttpCalls(), Map.of());

        assertThat(run(elsewhere, "sites")).isEqualTo(1);

        assertThat(err.toString()).contains("nothing was brought up yet; start with ./entente up");
    }

    @Test
    void passwordComesFromTheEnvironment() {
        ClientContext context = new ClientContext(home, new HttpCalls(), Map.of("ENTENTE_PASSWORD", "erik"));

        assertThat(run(context, "sites", "--user", "erik")).isZero();
    }

    private String lastBody(String path) {
        return pair.alba().server().calls().stream()
                .filter(call -> call.path().equals(path))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .body();
    }

    private int run(String... arguments) {
        return run(new ClientContext(home, new HttpCalls(), Map.of()), arguments);
    }

    private int run(ClientContext context, String... arguments) {
        CommandLine root = new CommandLine(new Root());
        ClientCommands.addTo(root, context);
        return root.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
