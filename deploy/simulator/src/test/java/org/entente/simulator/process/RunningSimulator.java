package org.entente.simulator.process;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A simulator that runs and answers. */
public final class RunningSimulator implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;

    private RunningSimulator(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RunningSimulator start() {
        Path application = Path.of(System.getProperty("simulator.application", ""));
        int port = freePort();
        try {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-Dquarkus.http.port=" + port,
                            "-jar",
                            application.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(log(application))
                    .start();
            RunningSimulator simulator = new RunningSimulator(process, URI.create("http://127.0.0.1:" + port));
            simulator.awaitReady();
            return simulator;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The address before all sites. */
    public URI address() {
        return address;
    }

    /** A call to it. */
    public RequestSpecification call() {
        return RestAssured.given().baseUri(address.toString());
    }

    /** Turns a site's switches. */
    public void turn(String site, Map<String, Object> switches) {
        call().contentType("application/json")
                .body(switches)
                .put("/simulator/sites/{site}", site)
                .then()
                .statusCode(200);
    }

    /** A port of this machine where nobody listens now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void awaitReady() {
        await().atMost(START_PATIENCE)
                .failFast("the simulator ended", () -> !process.isAlive())
                .ignoreExceptionsMatching(failure -> failure instanceof ConnectException)
                .until(() -> call().get("/q/health/ready").statusCode() == 200);
    }

    private static File log(Path application) {
        return application.resolveSibling("../simulator.log").normalize().toFile();
    }
}
