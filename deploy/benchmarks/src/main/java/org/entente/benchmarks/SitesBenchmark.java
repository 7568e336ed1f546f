package org.entente.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.ApiException;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.SitesClient;
import org.entente.commandline.operator.SitesClient.SiteRequest;

/**
 * How long an operator's server takes to probe many simulated sites, each of whose answers takes a while, and how much
 * memory it has with them. It needs a pair that {@code ./entente up} brought up; the sites stay connected.
 */
public final class SitesBenchmark {
    private static final int ROUNDS = 5;
    private static final int ANSWER_DELAY_MILLIS = 20;
    private static final int CONNECTED_AT_ONCE = 16;
    private static final String COUNTRY = "IS";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation pair;
    private final SitesClient sites;
    private final HttpClient simulator = HttpClient.newHttpClient();

    private SitesBenchmark(Installation pair) {
        this.pair = pair;
        this.sites = pair.operator("alba").api(Role.ENGINEER, new HttpCalls()).sites();
    }

    /** The first argument is the state folder of the pair, the second how many sites there are. */
    public static void main(String[] arguments) throws Exception {
        SitesBenchmark benchmark = new SitesBenchmark(Installation.read(Path.of(arguments[0])));
        Map<String, Object> result = benchmark.measure(Integer.parseInt(arguments[1]));
        System.out.println(
                List.of(arguments).contains("--json") ? JSON.writeValueAsString(result) : "sites probed: " + result);
    }

    private Map<String, Object> measure(int count) throws Exception {
        long start = System.nanoTime();
        connect(count);
        await(Instant.EPOCH, count);
        long connectedMillis = millisSince(start);
        List<Long> probed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long asked = System.nanoTime();
            await(sites.probeAll().askedAt(), count);
            probed.add(millisSince(asked));
        }
        Collections.sort(probed);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("sites", count);
        result.put("answerDelayMillis", ANSWER_DELAY_MILLIS);
        result.put("connectedMillis", connectedMillis);
        result.put("probedMedianMillis", probed.get(ROUNDS / 2));
        result.put("probedSlowestMillis", probed.getLast());
        result.put(
                "probesPerSecond",
                BigDecimal.valueOf(count * 1000L)
                        .divide(BigDecimal.valueOf(Math.max(1, probed.get(ROUNDS / 2))), 0, RoundingMode.HALF_EVEN));
        serverMemory().ifPresent(memory -> result.put("serverMemoryMebibytes", memory));
        return result;
    }

    private void connect(int count) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTED_AT_ONCE)) {
            List<Future<Boolean>> all = new ArrayList<>();
            IntStream.range(0, count).forEach(number -> all.add(threads.submit(() -> connectOne(number))));
            for (Future<Boolean> one : all) {
                one.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Every second one is a Kubernetes cluster. One that a run before this one connected stays. */
    private boolean connectOne(int number) throws IOException, InterruptedException {
        String site = "measured-" + number;
        URI base = pair.simulator().url();
        HttpRequest slow = HttpRequest.newBuilder(base.resolve("/simulator/sites/" + site))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"answerDelayMillis\": " + ANSWER_DELAY_MILLIS + "}"))
                .build();
        simulator.send(slow, HttpResponse.BodyHandlers.discarding());
        boolean openstack = number % 2 == 0;
        try {
            sites.connect(new SiteRequest(
                    site,
                    "Measured " + number,
                    openstack ? "OPENSTACK" : "KUBERNETES",
                    base.resolve(openstack ? "/openstack/" + site + "/identity/v3" : "/kubernetes/" + site),
                    openstack ? "simulator@simulator" : "alba",
                    "simulator",
                    "",
                    COUNTRY));
            return true;
        } catch (ApiException known) {
            return false;
        }
    }

    /** Waits until each of the sites was seen after an instant. */
    private void await(Instant after, int count) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!seen(after, count)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all sites were probed within " + LIMIT);
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean seen(Instant after, int count) {
        SitesClient.SiteSummary summary = sites.summary("country=" + COUNTRY);
        return summary.sites() >= count
                && summary.oldestSeenAt().filter(seen -> !seen.isBefore(after)).isPresent();
    }

    /** Resident memory of the server, as {@code ./entente status} tells it. */
    private static Optional<Long> serverMemory() throws IOException, InterruptedException {
        Process status = new ProcessBuilder("./entente", "status", "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode document = read(status.getInputStream().readAllBytes());
        status.waitFor(1, TimeUnit.MINUTES);
        for (JsonNode part : document.path("parts")) {
            if (part.path("part").asText().contains("alba") && part.has("memoryMebibytes")) {
                return Optional.of(part.path("memoryMebibytes").asLong());
            }
        }
        return Optional.empty();
    }

    private static JsonNode read(byte[] text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noAnswer) {
            return JSON.createObjectNode();
        }
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
