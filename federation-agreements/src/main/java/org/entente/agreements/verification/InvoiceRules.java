package org.entente.agreements.verification;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Statement;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.Money;

/** An invoice: its lines, tax and payable add up, and it asks for the statement that it builds on, less than a coin off. */
record InvoiceRules(PaperTrail trail, Checked file) {
    void check(VerifiedDocument<?> document, Invoice invoice) {
        Money lines = invoice.lines().stream()
                .map(Invoice.InvoiceLine::amount)
                .reduce(Money.zero(invoice.net().currency()), Money::plus);
        if (lines.compareTo(invoice.net()) != 0) {
            file.broken("INVOICE_SUM_WRONG", "its lines add up to " + lines + ", not to " + invoice.net());
        } else if (invoice.net().plus(invoice.tax()).compareTo(invoice.payable()) != 0) {
            file.broken("INVOICE_SUM_WRONG", "net and tax do not add up to " + invoice.payable());
        } else {
            file.proved("its " + invoice.lines().size() + " lines and its tax add up to " + invoice.payable());
        }
        Optional<Statement> statement = trail.base(document, Statement.class)
                .or(() -> trail.base(document, FinalStatement.class).map(FinalStatement::statement));
        if (statement.isEmpty()) {
            file.open("the statement that it builds on is not among the files");
        } else {
            asksFor(statement.get(), invoice);
        }
    }

    private void asksFor(Statement statement, Invoice invoice) {
        Money difference = invoice.net().minus(statement.total());
        Money coin = Money.of(
                invoice.net().currency().getCurrencyCode(),
                BigDecimal.ONE
                        .movePointLeft(invoice.net().currency().getDefaultFractionDigits())
                        .toPlainString());
        boolean lessThanACoin = difference.compareTo(coin) < 0 && difference.compareTo(coin.negated()) > 0;
        if (lessThanACoin && statement.period().equals(invoice.period())) {
            file.proved("asks for the statement's " + statement.total() + ", rounded to coins");
        } else {
            file.broken(
                    "INVOICE_AMOUNT_WRONG",
                    "asks for " + invoice.net() + " for " + invoice.period() + ", but the statement says "
                            + statement.total() + " for " + statement.period());
        }
    }
}
