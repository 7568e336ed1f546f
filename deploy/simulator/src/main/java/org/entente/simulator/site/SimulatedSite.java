package org.entente.simulator.site;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A site by its name, with the switches it stands under now. Its shape follows from the name alone. */
public final class SimulatedSite {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?");

    private final String name;
    private final AtomicLong calls = new AtomicLong();
    private volatile Switches switches;

    SimulatedSite(String name, Switches switches) {
        this.name = name;
        this.switches = switches;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public String name() {
        return name;
    }

    public Switches switches() {
        return switches;
    }

    public void turn(Switches changed) {
        switches = changed;
    }

    /** The same numbers for the same name and purpose, on every machine and in every run. */
    public SplittableRandom random(String purpose) {
        long seed = 1_125_899_906_842_597L;
        for (char letter : (name + "/" + purpose).toCharArray()) {
            seed = 31 * seed + letter;
        }
        return new SplittableRandom(seed);
    }

    /** Counts a call and tells whether it is one that fails. */
    boolean failsNow() {
        int every = switches.failEvery();
        long call = calls.incrementAndGet();
        return every > 0 && call % every == 0;
    }
}
