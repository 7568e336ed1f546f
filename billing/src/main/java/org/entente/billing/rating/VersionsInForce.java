package org.entente.billing.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.Window;
import org.entente.agreements.terms.PriceChange;

/**
 * Which version of an agreement prices use. A version takes effect when its validity begins, and stays until the next one
 * does; what still runs after the last validity ended is priced by the last. What a version says of workloads that run
 * when it takes effect decides whether they go on at the prices they had.
 */
final class VersionsInForce {
    private final List<SignedAgreement> versions;

    /** @param versions all that both signed, in the order of their numbers; at least one */
    VersionsInForce(List<SignedAgreement> versions) {
        this.versions = List.copyOf(versions);
    }

    /** A part of a window of use, and the version that prices it. */
    record Part(Window window, SignedAgreement version) {}

    boolean isOnlyOne() {
        return versions.size() == 1;
    }

    SignedAgreement latest() {
        return versions.getLast();
    }

    /** A window of use by an instance that started at an instant, in order and without a gap. */
    List<Part> during(Window window, Instant started) {
        TreeSet<Instant> edges = new TreeSet<>();
        versions.forEach(version -> edges.add(version.terms().validity().from()));
        edges.removeIf(edge -> !window.contains(edge) || edge.equals(window.from()));
        edges.add(window.to());
        List<Part> parts = new ArrayList<>();
        Instant from = window.from();
        for (Instant to : edges) {
            parts.add(new Part(new Window(from, to), at(from, started)));
            from = to;
        }
        return parts;
    }

    private SignedAgreement at(Instant instant, Instant started) {
        SignedAgreement pricing = versions.getFirst();
        for (SignedAgreement version : versions) {
            Instant effective = version.terms().validity().from();
            boolean runningThen = started.isBefore(effective);
            if (!effective.isAfter(instant) && !(runningThen && keeps(version))) {
                pricing = version;
            }
        }
        return pricing;
    }

    /** The first version has no prices to keep before it. */
    private boolean keeps(SignedAgreement version) {
        return version.terms().version() > versions.getFirst().terms().version()
                && version.terms().runningWorkloads().atNewPrices() == PriceChange.KEEP;
    }
}
