package org.entente.commandline.command;

import java.util.ArrayList;
import java.util.List;
import org.entente.commandline.operator.OrdersClient.QuoteView;
import org.entente.commandline.table.TextTable;

/** A quote for people. */
final class QuoteTable {
    private QuoteTable() {}

    static List<String> lines(QuoteView quote) {
        TextTable table = TextTable.of("name", "operator", "site", ">per hour", ">per month", "");
        quote.lines()
                .forEach(line -> table.row(
                        line.name(),
                        line.operator(),
                        line.site(),
                        line.perHour().toPlainString(),
                        line.perMonth().toPlainString(),
                        quote.currency()));
        table.row(
                "all", "", "", quote.perHour().toPlainString(), quote.perMonth().toPlainString(), quote.currency());
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("Quote " + quote.quote() + " is valid until " + quote.validUntil() + ".");
        quote.placement().ifPresent(placement -> {
            lines.add("");
            lines.addAll(PlacementTable.lines(placement));
        });
        return lines;
    }
}
