package org.entente.commandline.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.commandline.story.StoryReport.InstanceReport;
import org.entente.commandline.story.StoryReport.InvoiceReport;
import org.entente.commandline.table.TextTable;

/** A story's report for people. */
final class StoryTable {
    private StoryTable() {}

    static List<String> lines(StoryReport report) {
        List<String> lines = new ArrayList<>();
        TextTable instances = TextTable.of("instance", "site", "operator", ">seconds", ">price/h", ">amount", "");
        report.instances().forEach(instance -> addTo(instances, instance));
        lines.addAll(instances.lines());
        lines.add("");
        TextTable invoices = TextTable.of("invoice", "from", "to", ">net", ">tax", ">payable", "");
        report.invoices().forEach(invoice -> addTo(invoices, invoice));
        lines.addAll(invoices.lines());
        lines.add("");
        report.lab()
                .ifPresent(lab -> lines.add("The lab's Nova showed server " + lab.server() + " as "
                        + lab.statusWhileActive() + ", and knew it no more in the end."));
        lines.add("From the order to active: " + report.orderToActiveMillis() + " ms.");
        lines.add(verdict(report));
        lines.add(report.files().size() + " files in " + report.folder());
        return lines;
    }

    private static void addTo(TextTable table, InstanceReport instance) {
        table.row(
                instance.name(),
                instance.site(),
                instance.operator(),
                Long.toString(instance.seconds()),
                instance.price().toPlainString(),
                instance.amount().toPlainString(),
                instance.currency());
    }

    private static void addTo(TextTable table, InvoiceReport invoice) {
        table.row(
                invoice.number(),
                invoice.issuer(),
                invoice.payer(),
                invoice.net().toPlainString(),
                invoice.tax().toPlainString(),
                invoice.payable().toPlainString(),
                invoice.currency());
    }

    static String verdict(StoryReport report) {
        String totals =
                report.totals().entrySet().stream().map(StoryTable::shown).collect(Collectors.joining(", "));
        return report.equal()
                ? "Both operators' totals for " + report.period() + " are the same to the last digit: " + totals + "."
                : "The operators' totals for " + report.period() + " differ: " + totals + ".";
    }

    private static String shown(Map.Entry<String, BigDecimal> total) {
        return total.getKey() + " " + total.getValue().toPlainString();
    }
}
