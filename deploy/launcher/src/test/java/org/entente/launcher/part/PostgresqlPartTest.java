package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.process.Helpers;
import org.entente.launcher.process.LoopbackPort;
import org.entente.launcher.process.ProcessRecord;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.progress.Progress;
import org.entente.launcher.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One real PostgreSQL and what happens to it in the course of its life. Its data are made once. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresqlPartTest {
    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    static Path home = Path.of("");

    private static int port;

    @BeforeAll
    static void choosePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Math.min(socket.getLocalPort(), 65_000);
        }
    }

    @AfterAll
    static void stop() {
        part().stop();
    }

    @Test
    @Order(1)
    void aFirstStartMakesTheDataWithADatabaseForEachUser() throws SQLException {
        bringUp();

        assertThat(part().process()).isPresent();
        assertThat(part().description().readiness().now()).isTrue();
        for (String database : new String[] {"alba", "boreal", "keycloak"}) {
            try (Connection connection = connect(database)) {
                assertThat(connection.isValid(10)).as(database).isTrue();
            }
        }
    }

    @Test
    @Order(2)
    void nobodyComesInWithoutThePassword() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url("alba"), "entente", "guessed")
                        .close())
                .withMessageContaining("password authentication failed");
    }

    @Test
    @Order(3)
    void aSecondStartLeavesTheServerAlone() {
        ProcessRecord before = part().process().orElseThrow();

        bringUp();

        assertThat(part().process()).contains(before);
    }

    @Test
    @Order(4)
    void aServerWhoseRecordAnInterruptionKeptFromBeingWrittenIsFound() throws IOException {
        ProcessRecord before = part().process().orElseThrow();
        Files.delete(part().description().files().record());

        assertThat(part().process()).contains(before);
    }

    @Test
    @Order(5)
    void afterAKillTheNextStartWorksAndLosesNothing() throws SQLException, IOException {
        try (Connection connection = connect("alba")) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        ProcessRecord killed = part().process().orElseThrow();
        ProcessHandle handle = killed.handle().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        assertThat(part().process()).isEmpty();
        assertThat(lock()).exists();

        bringUp();

        assertThat(part().process()).isPresent().isNotEqualTo(Optional.of(killed));
        assertThat(answer()).isEqualTo(42);
    }

    @Test
    @Order(6)
    void aStopKeepsTheData() throws SQLException {
        ProcessRecord server = part().process().orElseThrow();

        part().stop();

        assertThat(server.runs()).isFalse();
        assertThat(part().process()).isEmpty();
        assertThat(LoopbackPort.answers(port)).isFalse();
        part().stop();

        bringUp();

        assertThat(answer()).isEqualTo(42);
        part().stop();
    }

    @Test
    @Order(7)
    void theLockOfADeadServerWhoseNumberAnotherProcessWasGivenIsNoObstacle() throws IOException, SQLException {
        Files.writeString(lock(), ProcessHandle.current().pid() + "\n" + home.resolve("data/postgresql") + "\n");
        assertThat(part().process()).isEmpty();

        bringUp();

        assertThat(answer()).isEqualTo(42);
        part().stop();
    }

    @Test
    @Order(8)
    void aSpoiltLockIsNoServer() throws IOException, SQLException {
        Files.writeString(lock(), "spoilt\n");
        assertThat(part().process()).isEmpty();

        bringUp();

        assertThat(answer()).isEqualTo(42);
        part().stop();
    }

    @Test
    @Order(9)
    void aTakenPortIsToldWithThePlaceOfTheLog() throws IOException {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(PostgresqlPartTest::bringUp)
                    .withMessageStartingWith("PostgreSQL did not start: ")
                    .satisfies(failure -> assertThat(failure.log()).contains(home.resolve("log/postgresql.log")));
            assertThat(other.isBound()).isTrue();
        }
        assertThat(part().process()).isEmpty();
    }

    @Test
    @Order(10)
    void dataOfAnotherVersionAreToldAndLeftAlone() throws IOException {
        Path version = home.resolve("data/postgresql/PG_VERSION");
        String real = Files.readString(version);
        Files.writeString(version, "12\n");

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(PostgresqlPartTest::bringUp)
                .withMessageMatching("The data in .* are of PostgreSQL 12, and this Entente runs [0-9]+:"
                        + " convert them with pg_upgrade, or delete them with ./entente reset\\.");

        Files.writeString(version, real);
    }

    private static void bringUp() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Progress progress = Progress.on(nowhere, Map.of())) {
            var step = progress.begin("PostgreSQL", "preparing");
            part().prepare(step);
            part().start(step);
        }
    }

    /** The part as each command makes it anew. The programs are unpacked once and kept from build to build. */
    private static PostgresqlPart part() {
        return new PostgresqlPart(workshop());
    }

    private static Workshop workshop() {
        Settings settings = Settings.from(
                Map.of(
                        "ENTENTE_HOME", home.toString(),
                        "ENTENTE_PARTS",
                                Path.of("target/parts").toAbsolutePath().toString(),
                        "ENTENTE_PORT_BASE", Integer.toString(port)),
                CHECKOUT,
                Path.of(System.getProperty("java.home")));
        return new Workshop(
                settings, Versions.ofThisBuild(), new Secrets(settings.folders().secrets()), new Helpers());
    }

    private static Path lock() {
        return home.resolve("data/postgresql/postmaster.pid");
    }

    private static int answer() throws SQLException {
        try (Connection connection = connect("alba");
                ResultSet rows = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    private static Connection connect(String database) throws SQLException {
        DatabaseAccess access = DatabaseAccess.to(database, workshop());
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static String url(String database) {
        return DatabaseAccess.to(database, workshop()).url();
    }
}
