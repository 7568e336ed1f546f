package org.entente.benchmarks;

/** How long something took over several rounds, in milliseconds on the wall. */
record Delays(String benchmark, int rounds, long medianMillis, long slowestMillis) {
    String text() {
        return benchmark + ", proposal to both signed, " + rounds + " rounds: median " + medianMillis + " ms, slowest "
                + slowestMillis + " ms\n";
    }
}
