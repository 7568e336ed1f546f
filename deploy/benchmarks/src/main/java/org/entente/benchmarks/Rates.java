package org.entente.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one thread does per second, beside a yardstick measured in the same rounds.
 *
 * @param yardstick the name of what the others are compared with
 * @param perSecondPerCore by name
 * @param ratioToYardstick by name, as decimal text
 */
record Rates(
        String benchmark, String yardstick, Map<String, Long> perSecondPerCore, Map<String, String> ratioToYardstick) {
    /** The first subject is the yardstick. */
    static Rates of(String benchmark, int operations, List<Measurement.Subject> subjects) {
        List<Measurement> measured = Measurement.of(operations, subjects);
        Map<String, Long> rates = new TreeMap<>();
        Map<String, String> ratios = new TreeMap<>();
        for (Measurement one : measured) {
            rates.put(one.name(), one.perSecond());
            ratios.put(one.name(), one.ratioTo(measured.getFirst()).toPlainString());
        }
        return new Rates(benchmark, measured.getFirst().name(), rates, ratios);
    }

    String text() {
        StringBuilder text = new StringBuilder(benchmark + ", per second and core, beside " + yardstick + ":\n");
        perSecondPerCore.forEach((name, rate) ->
                text.append(String.format("  %-24s %,12d %8s%n", name, rate, ratioToYardstick.get(name))));
        return text.toString();
    }
}
