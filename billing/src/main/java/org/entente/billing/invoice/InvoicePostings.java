package org.entente.billing.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.billing.ledger.Account;
import org.entente.billing.ledger.JournalEntry;
import org.entente.billing.ledger.Posting;

/** An invoice in the books: what was unbilled becomes billed, with tax and with what rounding gave or took. */
final class InvoicePostings {
    private InvoicePostings() {}

    /** An invoice that we issued. */
    static JournalEntry issued(StoredInvoice invoice) {
        Bill bill = invoice.bill();
        Account unbilled = switch (invoice.buyer()) {
            case Buyer.Partner partner -> Account.unbilledReceivable(partner.operator());
            case Buyer.Customer customer -> Account.unbilledReceivable(customer.tenant());
        };
        Account billed = switch (invoice.buyer()) {
            case Buyer.Partner partner -> Account.receivable(partner.operator());
            case Buyer.Customer customer -> Account.receivable(customer.tenant());
        };
        return entry(
                invoice,
                List.of(
                        new Posting(billed, bill.payable()),
                        new Posting(unbilled, bill.exact().negated()),
                        new Posting(Account.OUTPUT_TAX, bill.tax().negated()),
                        new Posting(Account.ROUNDING, bill.exact().minus(bill.net()))));
    }

    /**
     * An invoice that we received.
     *
     * @param ownTotal what we had charged up ourselves, which may differ from the statement within the tolerance
     */
    static JournalEntry received(StoredInvoice invoice, Money ownTotal) {
        Bill bill = invoice.bill();
        return entry(
                invoice,
                List.of(
                        new Posting(Account.unbilledPayable(invoice.heading().issuer()), ownTotal),
                        new Posting(Account.TOLERANCE, bill.exact().minus(ownTotal)),
                        new Posting(Account.ROUNDING, bill.net().minus(bill.exact())),
                        new Posting(Account.INPUT_TAX, bill.tax()),
                        new Posting(
                                Account.payable(invoice.heading().issuer()),
                                bill.payable().negated())));
    }

    private static JournalEntry entry(StoredInvoice invoice, List<Posting> postings) {
        List<Posting> telling = new ArrayList<>(postings);
        telling.removeIf(posting -> posting.amount().amount().signum() == 0);
        return new JournalEntry(
                invoice.heading().issued(),
                invoice.heading().period(),
                "invoice/" + invoice.heading().issuer() + "/"
                        + invoice.heading().number(),
                Optional.empty(),
                "Invoice " + invoice.heading().number() + " to "
                        + invoice.buyer().id(),
                telling);
    }
}
