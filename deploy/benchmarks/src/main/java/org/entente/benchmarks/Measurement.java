package org.entente.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How often per second something can be done by one thread, by the median of several rounds.
 *
 * @param perSecond whole operations
 */
record Measurement(String name, long perSecond) {
    /** Time on the processor, not on the wall: what else the machine does is not counted. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int WARM_UP_ROUNDS = 40;
    private static final int ROUNDS = 41;

    /** Something to measure. What it returns depends on its result, so that its work cannot be left out. */
    record Subject(String name, LongSupplier operation) {}

    /**
     * Measures subjects in turn, round by round, so that what else the machine does strikes them alike.
     *
     * @param operations how often each subject is done in a round
     */
    static List<Measurement> of(int operations, List<Subject> subjects) {
        List<List<Long>> nanos = new ArrayList<>();
        subjects.forEach(subject -> nanos.add(new ArrayList<>()));
        long kept = 0;
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            for (int index = 0; index < subjects.size(); index++) {
                LongSupplier operation = subjects.get(index).operation();
                long start = THREADS.getCurrentThreadCpuTime();
                for (int count = 0; count < operations; count++) {
                    kept += operation.getAsLong();
                }
                if (round >= WARM_UP_ROUNDS) {
                    nanos.get(index).add(THREADS.getCurrentThreadCpuTime() - start);
                }
            }
        }
        List<Measurement> measured = new ArrayList<>();
        for (int index = 0; index < subjects.size(); index++) {
            measured.add(new Measurement(subjects.get(index).name(), perSecond(operations, nanos.get(index))));
        }
        if (kept == Long.MIN_VALUE) {
            throw new IllegalStateException("Nothing was measured");
        }
        return List.copyOf(measured);
    }

    /** How many times as fast this is as another. */
    BigDecimal ratioTo(Measurement other) {
        return BigDecimal.valueOf(perSecond).divide(BigDecimal.valueOf(other.perSecond), 3, RoundingMode.HALF_EVEN);
    }

    private static long perSecond(int operations, List<Long> nanos) {
        Collections.sort(nanos);
        return operations * 1_000_000_000L / nanos.get(nanos.size() / 2);
    }
}
