package org.entente.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.ApiException;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.IdempotencyKey;
import org.entente.commandline.operator.OrdersClient;
import org.entente.commandline.operator.OrdersClient.ContainerGroup;
import org.entente.commandline.operator.OrdersClient.DeploymentState;
import org.entente.commandline.operator.OrdersClient.WorkloadRequest;
import org.entente.commandline.operator.SitesClient;
import org.entente.commandline.operator.SitesClient.SiteRequest;
import org.entente.commandline.operator.SitesClient.SiteSummary;

/**
 * A hundred orders at once for the last ten places on a site, round after round: how many of them succeed in each. It
 * needs a pair that {@code ./entente up} brought up.
 */
public final class LastPlacesBenchmark {
    private static final int ROUNDS = 50;
    private static final int ORDERS = 100;
    private static final int PLACES = 10;
    private static final BigDecimal EACH = new BigDecimal("0.1");
    private static final BigDecimal LITTLE_MEMORY = new BigDecimal("0.001");
    private static final String SITE = "last-places";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation pair;
    private final SitesClient sites;
    private final OrdersClient orders;

    private LastPlacesBenchmark(Installation pair) {
        this.pair = pair;
        HttpCalls http = new HttpCalls();
        this.sites = pair.operator("alba").api(Role.ENGINEER, http).sites();
        this.orders = pair.operator("alba").api(Role.DEVOPS, http).orders();
    }

    /** The first argument is the state folder of the pair. */
    public static void main(String[] arguments) throws Exception {
        LastPlacesBenchmark benchmark = new LastPlacesBenchmark(Installation.read(Path.of(arguments[0])));
        Map<String, Object> result = benchmark.measure();
        System.out.println(
                List.of(arguments).contains("--json") ? JSON.writeValueAsString(result) : "last places: " + result);
    }

    private Map<String, Object> measure() throws Exception {
        BigDecimal total = connected();
        // In pods of a whole processor, of which the cluster can have many more than ten.
        BigDecimal others = total.subtract(EACH.multiply(BigDecimal.valueOf(PLACES)));
        String filler = ordered("filler", others.intValueExact(), BigDecimal.ONE);
        awaitDecided(filler);
        int exact = 0;
        long slowest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            awaitFree();
            long start = System.nanoTime();
            exact += succeeded() == PLACES ? 1 : 0;
            slowest = Math.max(
                    slowest, Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        end(List.of(filler));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rounds", ROUNDS);
        result.put("ordersAtOnce", ORDERS);
        result.put("places", PLACES);
        result.put("roundsWithExactlyThePlaces", exact);
        result.put("slowestRoundMillis", slowest);
        return result;
    }

    /** A cluster of its own; returns how many virtual processors it has. */
    private BigDecimal connected() throws InterruptedException {
        try {
            sites.connect(new SiteRequest(
                    SITE,
                    "Last places",
                    "KUBERNETES",
                    pair.simulator().url().resolve("/kubernetes/" + SITE),
                    "alba",
                    "simulator",
                    "",
                    "FR"));
        } catch (ApiException known) {
            // A run before this one connected it.
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            SiteSummary summary = sites.summary("site=" + SITE);
            if (summary.total().vcpu().sites() == 1) {
                return summary.total().vcpu().amount().orElseThrow();
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException(SITE + " did not tell its size within " + LIMIT);
    }

    /** Quotes go by what the latest probe saw. */
    private void awaitFree() throws InterruptedException {
        BigDecimal wanted = EACH.multiply(BigDecimal.valueOf(PLACES));
        sites.probeAll();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (sites.summary("site=" + SITE)
                .free()
                .vcpu()
                .amount()
                .filter(free -> free.compareTo(wanted) == 0)
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(SITE + " did not have " + wanted + " vCPU free within " + LIMIT);
            }
            Thread.sleep(PAUSE);
        }
    }

    private int succeeded() throws Exception {
        List<String> placed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(ORDERS)) {
            List<Future<Optional<String>>> all = new ArrayList<>();
            for (int number = 0; number < ORDERS; number++) {
                String name = "order-" + number;
                all.add(threads.submit(() -> orderedIfQuoted(name)));
            }
            for (Future<Optional<String>> one : all) {
                one.get().ifPresent(placed::add);
            }
        }
        List<String> active = new ArrayList<>();
        for (String order : placed) {
            if (awaitDecided(order) == DeploymentState.ACTIVE) {
                active.add(order);
            }
        }
        end(active);
        return active.size();
    }

    /** An order that gets no quote any more has not succeeded. */
    private Optional<String> orderedIfQuoted(String name) {
        try {
            return Optional.of(ordered(name, 1, EACH));
        } catch (ApiException refused) {
            if (refused.code().equals("WORKLOAD_DOES_NOT_FIT")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private String ordered(String name, int pods, BigDecimal vcpuEach) {
        WorkloadRequest group = new WorkloadRequest(
                name,
                "alba",
                SITE,
                Optional.empty(),
                Optional.of(new ContainerGroup("nginx:1.27", pods, vcpuEach, LITTLE_MEMORY)));
        return orders.place(name, orders.quote(List.of(group)).quote(), IdempotencyKey.fresh())
                .order();
    }

    private void end(List<String> active) throws InterruptedException {
        active.forEach(orders::end);
        for (String order : active) {
            await(order, DeploymentState.ENDED);
        }
    }

    private DeploymentState awaitDecided(String order) throws InterruptedException {
        return await(order, DeploymentState.ACTIVE, DeploymentState.REFUSED, DeploymentState.DEGRADED);
    }

    private DeploymentState await(String order, DeploymentState... wanted) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            DeploymentState state = orders.deployment(order).state();
            if (List.of(wanted).contains(state)) {
                return state;
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException(order + " was not decided within " + LIMIT);
    }
}
