package org.entente.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.commandline.connection.Installation;
import org.entente.commandline.connection.Role;
import org.entente.commandline.http.HttpCalls;
import org.entente.commandline.operator.NegotiationClient;
import org.entente.commandline.progress.CommandException;

/**
 * How long it takes from an engineer's proposal at one server until both servers have the version with both signatures,
 * while the other's engineer accepts at once. It needs a pair that {@code ./entente up} brought up, and measures what two
 * clients see, so their calls are counted too.
 */
public final class NegotiationBenchmark {
    private static final int WARM_UP_ROUNDS = 5;
    private static final int ROUNDS = 25;
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NegotiationClient proposer;
    private final NegotiationClient accepter;

    private NegotiationBenchmark(Installation pair) {
        HttpCalls http = new HttpCalls();
        proposer = pair.operator("boreal").api(Role.ENGINEER, http).negotiation();
        accepter = pair.operator("alba").api(Role.ENGINEER, http).negotiation();
    }

    /** The first argument is the state folder of the pair. */
    public static void main(String[] arguments) throws JsonProcessingException, InterruptedException {
        NegotiationBenchmark benchmark = new NegotiationBenchmark(Installation.read(Path.of(arguments[0])));
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            long taken = benchmark.negotiate();
            if (round >= WARM_UP_ROUNDS) {
                millis.add(taken);
            }
        }
        Collections.sort(millis);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rounds", ROUNDS);
        result.put("medianMillis", millis.get(ROUNDS / 2));
        result.put("slowestMillis", millis.getLast());
        System.out.println(
                List.of(arguments).contains("--json")
                        ? JSON.writeValueAsString(result)
                        : "proposal to both signed: " + result);
    }

    private long negotiate() throws JsonProcessingException, InterruptedException {
        String agreement = "measured-" + UUID.randomUUID();
        JsonNode terms = terms(agreement);
        long start = System.nanoTime();
        proposer.propose(terms);
        await(accepter, agreement, "received");
        accepter.accept(agreement);
        await(proposer, agreement, "signed");
        await(accepter, agreement, "signed");
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void await(NegotiationClient client, String agreement, String state) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!has(client, agreement, state)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(agreement + " was not " + state + " within " + LIMIT);
            }
            Thread.sleep(PAUSE);
        }
    }

    private static boolean has(NegotiationClient client, String agreement, String state) {
        try {
            return client.status(agreement).negotiation().equals(state);
        } catch (CommandException notThereYet) {
            return false;
        }
    }

    /** Terms that begin in many years, so that no offer is made under them. */
    private static JsonNode terms(String agreement) throws JsonProcessingException {
        return JSON.readTree("""
                {"agreement": "%s", "home": "alba", "from": "2040-01-01T00:00:00Z", "to": "2041-01-01T00:00:00Z",
                 "zones": ["boreal-oslo"], "currency": "EUR", "billingZone": "UTC",
                 "priceLines": [{"id": "cpu", "meter": "VCPU", "unitPrice": "0.01", "per": "HOUR"}],
                 "quota": {"instances": 10, "vcpu": "10", "memoryGib": "10"},
                 "settlement": {"tolerance": "0", "disputeDays": 10, "paymentDays": 30, "taxPercent": "0",
                                "rounding": "HALF_EVEN"}}""".formatted(agreement));
    }
}
