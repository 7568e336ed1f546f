package org.entente.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long something took, in milliseconds with three decimal places. */
record Percentiles(BigDecimal p50, BigDecimal p95, BigDecimal p99) {
    static Percentiles ofNanos(List<Long> nanos) {
        Collections.sort(nanos);
        return new Percentiles(at(nanos, 50), at(nanos, 95), at(nanos, 99));
    }

    private static BigDecimal at(List<Long> sorted, int percent) {
        int rank = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
        return BigDecimal.valueOf(sorted.get(rank), 6).setScale(3, RoundingMode.HALF_UP);
    }

    Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("p50", p50.toPlainString());
        json.put("p95", p95.toPlainString());
        json.put("p99", p99.toPlainString());
        return json;
    }
}
