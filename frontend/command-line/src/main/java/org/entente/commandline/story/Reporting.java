package org.entente.commandline.story;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.operator.FinanceClient.InvoiceView;
import org.entente.commandline.operator.FinanceClient.StatementView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.story.StoryReport.InvoiceReport;
import org.entente.commandline.story.StoryReport.LabReport;

/** Puts together what a story brought. */
final class Reporting {
    private final Cast cast;
    private final BillingMonth month;
    private final String folder;

    Reporting(Cast cast, BillingMonth month, String folder) {
        this.cast = cast;
        this.month = month;
        this.folder = folder;
    }

    StoryReport report(Ordering.Activated ordered, Closing.Closed closed, List<String> files, Optional<LabReport> lab) {
        checkSum(closed.hostStatement(), closed.issued());
        Figures figures = new Figures(closed.issued(), closed.tenant());
        Map<String, BigDecimal> totals = totals(closed);
        return new StoryReport(
                folder,
                month.period().toString(),
                ordered.orderToActiveMillis(),
                ordered.deployment().order(),
                ordered.deployment().instances().stream().map(figures::report).toList(),
                totals,
                List.of(report(closed.issued()), report(closed.tenant())),
                totals.values().stream()
                                .map(BigDecimal::toPlainString)
                                .distinct()
                                .count()
                        == 1,
                files,
                lab);
    }

    /** Each operator's total by its own records, digit by digit as it came. */
    private Map<String, BigDecimal> totals(Closing.Closed closed) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        totals.put(cast.host().id(), closed.hostStatement().ownTotal());
        totals.put(cast.home().id(), closed.homeStatement().ownTotal());
        return totals;
    }

    private static void checkSum(StatementView statement, InvoiceView invoice) {
        BigDecimal sum = Figures.exact(invoice.lines());
        if (sum.compareTo(statement.statedTotal()) != 0) {
            throw new CommandException(
                    "Expected the lines of invoice " + invoice.number() + " to sum to the statement's "
                            + statement.statedTotal().toPlainString() + ", but they sum to " + sum.toPlainString());
        }
    }

    private static InvoiceReport report(InvoiceView invoice) {
        return new InvoiceReport(
                invoice.number(),
                invoice.issuer(),
                invoice.buyer(),
                invoice.currency(),
                invoice.net(),
                invoice.tax(),
                invoice.payable());
    }
}
