package org.entente.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OpenStack Placement, started for the length of a measurement by {@code openstack-placement} beside the benchmarks. */
final class PlacementPeer implements AutoCloseable {
    private static final int PORT = 18_620;
    private static final int MINUTES_MAX = 20;
    private static final String QUESTION = "/allocation_candidates?resources=VCPU:1,MEMORY_MB:2048,DISK_GB:20&limit=10";

    private final Path script;
    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    private PlacementPeer(Path script, Path data) {
        this.script = script;
        this.data = data;
    }

    static PlacementPeer start(String folder, int providers) throws IOException, InterruptedException {
        PlacementPeer peer = new PlacementPeer(
                Path.of(folder).resolve("openstack-placement"), Files.createTempDirectory("openstack-placement"));
        try {
            peer.run("up", peer.data.toString(), String.valueOf(PORT), String.valueOf(providers));
            return peer;
        } catch (IOException | InterruptedException failed) {
            peer.close();
            throw failed;
        }
    }

    /** Asks once and reads the whole answer. */
    void ask() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + QUESTION))
                .header("X-Auth-Token", "admin")
                .header("OpenStack-API-Version", "placement 1.36")
                .GET()
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200 || !answer.body().contains("allocation_requests")) {
            throw new IOException("Placement answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("down", data.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while OpenStack Placement was brought down", stopped);
        }
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(script + " " + String.join(" ", arguments) + " failed");
        }
    }
}
