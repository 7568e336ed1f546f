package org.entente.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.openstack.OpenStackSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Workload;

/**
 * How long one server creation takes at a real OpenStack, by the adapter and by a plain client, in turn in one run: until
 * Nova has accepted it, and until the server runs. Both start from the names of flavour and image and are logged in.
 */
public final class AdapterBenchmark {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 15;
    private static final String FLAVOUR = "m1.tiny";
    private static final String IMAGE = "cirros";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Workload MACHINE =
            new Workload.VirtualMachine(IMAGE, FLAVOUR, BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE);

    private final OpenStackSite adapter;
    private final PlainClient plain;

    /** Something that makes a server of this name. */
    private interface Creation {
        void of(String name) throws Exception;
    }

    /** Times of one way to create, in nanoseconds. */
    private record Times(List<Long> accepted, List<Long> running) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private AdapterBenchmark(Endpoint endpoint) throws Exception {
        this.adapter = new OpenStackSite(endpoint);
        this.plain = new PlainClient(endpoint);
    }

    /** The site is given in the environment, as {@code deploy/benchmarks/adapter} says. */
    public static void main(String[] arguments) throws Exception {
        Endpoint endpoint = new Endpoint(
                URI.create(setting("OS_AUTH_URL")),
                setting("OS_USERNAME") + "@" + setting("OS_PROJECT_NAME"),
                setting("OS_PASSWORD"),
                "");
        Map<String, Object> result = new AdapterBenchmark(endpoint).measure();
        System.out.println(
                List.of(arguments).contains("--json")
                        ? new ObjectMapper().writeValueAsString(result)
                        : "adapter: " + result);
    }

    private Map<String, Object> measure() throws Exception {
        Times byAdapter = new Times();
        Times byPlain = new Times();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            boolean counts = round >= WARM_UP_ROUNDS;
            String name = "benchmark-" + System.nanoTime();
            // Whoever comes second finds what the first one warmed up, so they take turns.
            if (round % 2 == 0) {
                time(counts ? byAdapter : new Times(), "entente-" + name, this::byAdapter);
                time(counts ? byPlain : new Times(), "plain-" + name, this::byPlain);
            } else {
                time(counts ? byPlain : new Times(), "plain-" + name, this::byPlain);
                time(counts ? byAdapter : new Times(), "entente-" + name, this::byAdapter);
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rounds", ROUNDS);
        result.put("acceptedMillis", compared(byAdapter.accepted(), byPlain.accepted()));
        result.put("runningMillis", compared(byAdapter.running(), byPlain.running()));
        return result;
    }

    private void byAdapter(String name) {
        adapter.create(new InstanceId(name.replaceFirst("^entente-", "")), MACHINE);
    }

    private void byPlain(String name) throws Exception {
        plain.create(name, FLAVOUR, IMAGE);
    }

    /** Ends the server, too, so that the next one finds the site as this one did. */
    private void time(Times times, String name, Creation creation) throws Exception {
        long start = System.nanoTime();
        creation.of(name);
        times.accepted().add(System.nanoTime() - start);
        String id = await(name, "ACTIVE").orElseThrow();
        times.running().add(System.nanoTime() - start);
        plain.delete(id);
        await(name, "");
    }

    /** Waits until the server has a status, or is gone where the status is empty. */
    private Optional<String> await(String name, String status) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            JsonNode servers = plain.servers(name);
            if (status.equals(servers.at("/0/status").asText())) {
                return Optional.of(servers.at("/0/id").asText());
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("The server " + name + " was not " + status + " within " + LIMIT);
    }

    private static Map<String, Object> compared(List<Long> adapter, List<Long> plain) {
        BigDecimal one = median(adapter);
        BigDecimal other = median(plain);
        Map<String, Object> compared = new LinkedHashMap<>();
        compared.put("adapter", one.toPlainString());
        compared.put("plain", other.toPlainString());
        compared.put("ratio", one.divide(other, 3, RoundingMode.HALF_EVEN).toPlainString());
        return compared;
    }

    private static BigDecimal median(List<Long> nanos) {
        Collections.sort(nanos);
        return BigDecimal.valueOf(nanos.get(nanos.size() / 2), 6).setScale(1, RoundingMode.HALF_UP);
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }
}
