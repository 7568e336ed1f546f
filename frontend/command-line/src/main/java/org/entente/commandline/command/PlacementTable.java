package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.commandline.operator.OrdersClient.ExplanationView;
import org.entente.commandline.operator.OrdersClient.PlacementView;
import org.entente.commandline.table.TextTable;

/** A placement for people: what was chosen, and how the sites stand. */
final class PlacementTable {
    private PlacementTable() {}

    static List<String> lines(PlacementView placement) {
        List<String> lines = new ArrayList<>();
        if (!placement.chosen().isEmpty()) {
            TextTable table = TextTable.of("workload", "operator", "site", "country", "flavour", ">per month", "");
            placement
                    .chosen()
                    .forEach(choice -> table.row(
                            choice.workload(),
                            choice.operator(),
                            choice.site(),
                            choice.country(),
                            choice.flavour().orElse(""),
                            choice.perMonth().toPlainString(),
                            choice.currency()));
            lines.addAll(table.lines());
        }
        lines.add(outcome(placement));
        placement.workloads().forEach(workload -> explain(workload, lines));
        return lines;
    }

    private static String outcome(PlacementView placement) {
        if (!placement.complete()) {
            return placement.leftOut().entrySet().stream()
                    .map(left -> left.getValue() + " of " + left.getKey())
                    .sorted()
                    .collect(Collectors.joining(", ", "Without a site: ", "."));
        }
        return placement.optimal()
                ? "Everything found its site, and no choice is better."
                : "Everything found its site; whether a better choice exists was not searched to the end.";
    }

    private static void explain(ExplanationView workload, List<String> lines) {
        lines.add("");
        lines.add(workload.workload() + " fits " + workload.fitting() + " of " + workload.sites() + " sites"
                + workload.ruledOut().entrySet().stream()
                        .map(reason -> reason.getKey() + " at " + reason.getValue())
                        .collect(Collectors.joining(", ", workload.ruledOut().isEmpty() ? "." : ": ", "")));
        if (workload.verdicts().isEmpty()) {
            return;
        }
        TextTable table = TextTable.of("site", "", "why");
        workload.verdicts()
                .forEach(verdict -> table.row(
                        verdict.operator() + "/" + verdict.site(),
                        verdict.outcome().toLowerCase(Locale.ROOT).replace('_', ' '),
                        verdict.sentence()
                                + verdict.nearestChange()
                                        .map(change -> ". " + change)
                                        .orElse("")
                                + (verdict.notTold().isEmpty()
                                        ? ""
                                        : " (not told by the site: " + String.join(", ", verdict.notTold()) + ")")));
        lines.addAll(table.lines());
    }
}
