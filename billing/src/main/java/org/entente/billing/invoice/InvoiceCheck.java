package org.entente.billing.invoice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.agreements.document.Document;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.language.Money;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.statement.StoredStatement;

/**
 * A received invoice against the statement that we accepted: both sides derive the same coins from it. Its number begins with
 * its issuer's id, so that no issuer can give a number that is another's. Pure.
 */
record InvoiceCheck(Document<Invoice> document, AgreementTerms terms, StoredStatement accepted, Bill expected) {
    private static final Pattern YEAR_AND_COUNT = Pattern.compile("[0-9]{4}-[0-9]{6,18}");

    /** The first thing that is wrong, if anything is. */
    Optional<Refusal> refusal() {
        Invoice invoice = document.body();
        if (!document.buildsOn().contains(accepted.hash())) {
            return refused("INVOICE_STATEMENT_WRONG", "The invoice does not build on the statement that we accepted");
        }
        if (!isNumbered(invoice.number())) {
            return refused(
                    "INVOICE_NUMBER_WRONG",
                    "An invoice number must be the issuer's id in capitals, the year and 6 to 18 digits, such as "
                            + prefix() + "2026-000001");
        }
        if (!invoice.dueDate()
                .equals(invoice.issueDate().plusDays(terms.settlement().paymentDays()))) {
            return refused(
                    "INVOICE_DIFFERS",
                    "By the agreement it is due " + terms.settlement().paymentDays() + " days after its date, but says "
                            + invoice.dueDate());
        }
        return differs("net amount", invoice.net(), expected.net())
                .or(this::lineDiffers)
                .or(() -> differs("tax", invoice.tax(), expected.tax()))
                .or(() -> differs("payable amount", invoice.payable(), expected.payable()))
                .or(this::percentDiffers);
    }

    private boolean isNumbered(String number) {
        return number.startsWith(prefix())
                && YEAR_AND_COUNT.matcher(number.substring(prefix().length())).matches();
    }

    private String prefix() {
        return document.issuer().value().toUpperCase(Locale.ROOT) + "-";
    }

    private Optional<Refusal> lineDiffers() {
        List<Invoice.InvoiceLine> theirs = document.body().lines();
        if (theirs.size() != expected.lines().size()) {
            return refused(
                    "INVOICE_DIFFERS",
                    "The invoice has " + theirs.size() + " lines, but the statement has "
                            + expected.lines().size());
        }
        for (int index = 0; index < theirs.size(); index++) {
            Optional<Refusal> refusal = differs(
                    "amount of line " + (index + 1),
                    theirs.get(index).amount(),
                    expected.lines().get(index).amount());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> percentDiffers() {
        return document.body().taxPercent().compareTo(expected.taxPercent()) == 0
                ? Optional.empty()
                : refused("INVOICE_DIFFERS", "The tax rate is not the agreement's " + expected.taxPercent() + " %");
    }

    private static Optional<Refusal> differs(String what, Money stated, Money own) {
        return stated.equals(own)
                ? Optional.empty()
                : refused("INVOICE_DIFFERS", "The " + what + " is " + stated + ", but comes to " + own + " here");
    }

    private static Optional<Refusal> refused(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
