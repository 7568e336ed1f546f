package org.entente.metering.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.agreements.document.PlainTypes;
import org.entente.agreements.document.UsageReport.ReportedUsage;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Window;
import org.entente.metering.record.MeasuredUsage;
import org.entente.metering.record.UsageKey;

/** Holds what a host states against what the home operator metered itself. Pure. */
final class Comparison {
    private Comparison() {}

    static UsageKey key(ReportedUsage stated) {
        return new UsageKey(
                stated.instance(), stated.quantity().meter(), stated.window().from());
    }

    /** The first use that is stated more than once, here or in an earlier report. */
    static Optional<Rejection> firstRepeated(List<ReportedUsage> stated, Predicate<UsageKey> earlier) {
        Set<UsageKey> seen = new HashSet<>();
        return stated.stream()
                .filter(usage -> !seen.add(key(usage)) || earlier.test(key(usage)))
                .findFirst()
                .map(usage -> new Rejection(
                        Rejection.Code.USAGE_REPORTED_TWICE,
                        what(usage) + " is stated a second time: " + amount(usage.window(), usage.quantity())));
    }

    /** The first use that we did not meter, or metered otherwise. */
    static Optional<Rejection> firstDifference(List<ReportedUsage> stated, Map<UsageKey, MeasuredUsage> ours) {
        return stated.stream()
                .flatMap(usage -> difference(usage, Optional.ofNullable(ours.get(key(usage)))).stream())
                .findFirst();
    }

    private static Optional<Rejection> difference(ReportedUsage stated, Optional<MeasuredUsage> ours) {
        if (ours.filter(our ->
                        our.window().equals(stated.window()) && our.quantity().equals(stated.quantity()))
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                Rejection.Code.USAGE_DIFFERS,
                what(stated) + ": the report states " + amount(stated.window(), stated.quantity()) + ", we metered "
                        + ours.map(our -> amount(our.window(), our.quantity())).orElse("nothing from then on")));
    }

    private static String what(ReportedUsage usage) {
        return usage.quantity().meter() + " of instance " + usage.instance();
    }

    private static String amount(Window window, Quantity quantity) {
        return PlainTypes.decimalText(quantity.value()) + " from " + window.from() + " to " + window.to();
    }
}
