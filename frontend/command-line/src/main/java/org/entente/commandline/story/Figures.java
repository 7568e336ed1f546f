package org.entente.commandline.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.commandline.operator.FinanceClient.InvoiceLineView;
import org.entente.commandline.operator.FinanceClient.InvoiceView;
import org.entente.commandline.operator.OrdersClient.InstanceView;
import org.entente.commandline.progress.CommandException;
import org.entente.commandline.story.StoryReport.InstanceReport;

/**
 * The arithmetic of the closing table, from the two invoices and the instances' times. Pure, and exact to the last digit.
 *
 * @param wholesale the host operator's invoice to the home operator
 * @param retail the home operator's invoice to its tenant
 */
record Figures(InvoiceView wholesale, InvoiceView retail) {
    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "SECOND", BigDecimal.ONE,
            "MINUTE", new BigDecimal("60"),
            "HOUR", new BigDecimal("3600"),
            "DAY", new BigDecimal("86400"));

    /** An ended instance's figures: its host operator's own price and charge, and what the tenant pays. */
    InstanceReport report(InstanceView instance) {
        long seconds = Duration.between(
                        moment(instance, "start", instance.startedAt()), moment(instance, "end", instance.endedAt()))
                .toSeconds();
        InvoiceView hosts = instance.operator().equals(wholesale.issuer()) ? wholesale : retail;
        List<InvoiceLineView> lines = lines(hosts, instance);
        return new InstanceReport(
                instance.instance(),
                instance.name(),
                instance.site(),
                instance.operator(),
                seconds,
                pricePerHour(lines, seconds),
                exact(lines),
                hosts.currency(),
                exact(lines(retail, instance)));
    }

    /** What the lines come to before any rounding. */
    static BigDecimal exact(List<InvoiceLineView> lines) {
        return lines.stream().map(InvoiceLineView::exactAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<InvoiceLineView> lines(InvoiceView invoice, InstanceView instance) {
        List<InvoiceLineView> lines = invoice.lines().stream()
                .filter(line -> line.instance().equals(instance.instance()))
                .toList();
        if (lines.isEmpty()) {
            throw new CommandException("Invoice " + invoice.number() + " of " + invoice.issuer()
                    + " has no line for instance " + instance.instance() + " at " + instance.site());
        }
        return lines;
    }

    private static Instant moment(InstanceView instance, String what, Optional<Instant> moment) {
        return moment.orElseThrow(() -> new CommandException(
                "Instance " + instance.instance() + " is " + instance.state() + " but has no " + what));
    }

    /** The price of what the instance held: a line's quantity is that amount times the seconds. */
    private static BigDecimal pricePerHour(List<InvoiceLineView> lines, long seconds) {
        BigDecimal perHour = lines.stream()
                .map(line -> line.quantity()
                        .multiply(line.unitPrice())
                        .multiply(SECONDS.get("HOUR"))
                        .divide(
                                secondsOf(line).multiply(BigDecimal.valueOf(Math.max(1, seconds))),
                                MathContext.DECIMAL128))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return perHour.signum() == 0 ? BigDecimal.ZERO : perHour.stripTrailingZeros();
    }

    private static BigDecimal secondsOf(InvoiceLineView line) {
        BigDecimal seconds = SECONDS.get(line.per());
        if (seconds == null) {
            throw new CommandException("Expected a price per SECOND, MINUTE, HOUR or DAY under price line "
                    + line.priceLine() + ", but found one per " + line.per());
        }
        return seconds;
    }
}
