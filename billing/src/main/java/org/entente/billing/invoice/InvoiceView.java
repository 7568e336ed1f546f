package org.entente.billing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.PlainTypes;
import org.entente.agreements.language.Money;

/** An invoice as it is shown. Net, tax, payable and line amounts in whole coins; the rest exact decimal text. */
public record InvoiceView(
        String number,
        String issuer,
        String buyer,
        Optional<String> agreement,
        Optional<String> statement,
        String period,
        Instant from,
        Instant to,
        LocalDate issueDate,
        LocalDate dueDate,
        String currency,
        String net,
        String taxPercent,
        String tax,
        String payable,
        InvoiceState state,
        Optional<String> reason,
        List<Line> lines) {
    /** The view of a stored invoice. */
    public static InvoiceView of(StoredInvoice invoice) {
        StoredInvoice.Heading heading = invoice.heading();
        Bill bill = invoice.bill();
        Optional<Buyer.Partner> partner =
                invoice.buyer() instanceof Buyer.Partner operator ? Optional.of(operator) : Optional.empty();
        return new InvoiceView(
                heading.number(),
                heading.issuer().value(),
                invoice.buyer().id(),
                partner.map(operator -> operator.agreement().value()),
                partner.map(operator -> operator.statement().toString()),
                heading.period().toString(),
                heading.window().from(),
                heading.window().to(),
                heading.issued(),
                heading.due(),
                bill.tax().currency().getCurrencyCode(),
                bill.net().inCoins(),
                PlainTypes.decimalText(bill.taxPercent()),
                bill.tax().inCoins(),
                bill.payable().inCoins(),
                invoice.state(),
                invoice.answer(),
                bill.lines().stream().map(Line::of).toList());
    }

    /**
     * One line.
     *
     * @param quantity in the meter's own units: resource-seconds or GiB
     * @param exactAmount before rounding
     */
    public record Line(
            int number,
            String description,
            String instance,
            String operator,
            String site,
            String priceLine,
            String meter,
            String quantity,
            String unitPrice,
            String per,
            String exactAmount,
            String amount) {
        static Line of(InvoiceLine line) {
            InvoiceItem item = line.item();
            Money price = item.line().unitPrice();
            return new Line(
                    line.number(),
                    line.description(),
                    item.instance().value(),
                    item.place().operator().value(),
                    item.place().site().value(),
                    item.line().id(),
                    item.line().meter().name(),
                    PlainTypes.decimalText(item.quantity().value()),
                    price.text(),
                    item.line().per().name(),
                    item.exact().text(),
                    line.amount().inCoins());
        }
    }
}
