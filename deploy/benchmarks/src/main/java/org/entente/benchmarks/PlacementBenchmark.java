package org.entente.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.benchmarks.Questions.Question;
import org.entente.broker.placement.Placement;
import org.entente.broker.placement.PlacementAnswer;
import org.entente.broker.placement.SiteIndex;

/**
 * How long a placement over many sites takes: every site is judged with every reason, and the best is chosen. Beside the time
 * on the wall stands the time on the processor, which does not count what else the machine does.
 */
public final class PlacementBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 40;
    private static final int ROUNDS_MAX = 200;
    private static final int SITES_MAX = 4_000_000;
    private static final int ROUNDS_OF_PEER = 25;
    private static final int PEER_PROVIDERS = 5000;

    private PlacementBenchmark() {}

    /** The first argument is the folder of the benchmarks, where the peer's script is. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> options = List.of(arguments);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("benchmark", "placement");
        for (int sites : new int[] {5_000, 20_000, 100_000}) {
            result.put("sites" + sites, measured(ManySites.of(sites), Questions.all()));
        }
        if (!options.contains("--without-openstack")) {
            result.put("openStackPlacement", besideOpenStack(arguments[0]));
        }
        System.out.println(options.contains("--json") ? json(result) : text(result));
    }

    private static Map<String, Object> measured(SiteIndex sites, List<Question> questions) {
        List<Long> wall = new ArrayList<>();
        List<Long> processor = new ArrayList<>();
        int rounds = Math.min(ROUNDS_MAX, SITES_MAX / sites.size());
        for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
            for (Question question : questions) {
                long startedAt = System.nanoTime();
                long processorAt = THREADS.getCurrentThreadCpuTime();
                ask(sites, question);
                if (round >= WARM_UP_ROUNDS) {
                    processor.add(THREADS.getCurrentThreadCpuTime() - processorAt);
                    wall.add(System.nanoTime() - startedAt);
                }
            }
        }
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("placements", wall.size());
        measured.put("millisOnTheProcessor", Percentiles.ofNanos(processor).json());
        measured.put("millisOnTheWall", Percentiles.ofNanos(wall).json());
        return measured;
    }

    private static void ask(SiteIndex sites, Question question) {
        PlacementAnswer answer = Placement.of(sites, question.wishes(), question.policy());
        if (!answer.isComplete()) {
            throw new IllegalStateException("No site was found for: " + question.name());
        }
    }

    /** The same question to both in turn, so that what else the machine does strikes them alike. */
    private static Map<String, Object> besideOpenStack(String folder) throws IOException, InterruptedException {
        SiteIndex sites = ManySites.of(PEER_PROVIDERS);
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        try (PlacementPeer peer = PlacementPeer.start(folder, PEER_PROVIDERS)) {
            peer.ask();
            for (int round = 0; round < ROUNDS_OF_PEER; round++) {
                long startedAt = System.nanoTime();
                peer.ask();
                theirs.add(System.nanoTime() - startedAt);
                startedAt = System.nanoTime();
                ask(sites, Questions.room());
                ours.add(System.nanoTime() - startedAt);
            }
        }
        Percentiles here = Percentiles.ofNanos(ours);
        Percentiles there = Percentiles.ofNanos(theirs);
        Map<String, Object> beside = new LinkedHashMap<>();
        beside.put("providers", PEER_PROVIDERS);
        beside.put("theirMillis", there.json());
        beside.put("ourMillis", here.json());
        beside.put("timesFasterAtP50", ratio(there.p50(), here.p50()));
        beside.put("timesFasterAtP95", ratio(there.p95(), here.p95()));
        return beside;
    }

    private static String ratio(BigDecimal slow, BigDecimal quick) {
        return slow.divide(quick.max(new BigDecimal("0.001")), 0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String json(Map<String, Object> result) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(result);
    }

    private static String text(Map<String, Object> result) {
        StringBuilder text = new StringBuilder("Placements over many sites of fifty operators, in milliseconds:\n");
        result.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
