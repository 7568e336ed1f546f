package org.entente.billing.invoice;

import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Invoice.InvoiceLine;
import org.entente.agreements.language.AgreementId;
import org.entente.billing.invoice.StoredInvoice.Heading;

/** A bill to a partner as the document that is sent. */
final class InvoiceDocument {
    private InvoiceDocument() {}

    static Invoice of(Heading heading, AgreementId agreement, Bill bill) {
        return new Invoice(
                heading.number(),
                agreement,
                heading.period(),
                heading.issued(),
                heading.due(),
                bill.lines().stream()
                        .map(line -> new InvoiceLine(line.number(), line.description(), line.amount()))
                        .toList(),
                bill.net(),
                bill.taxPercent(),
                bill.tax(),
                bill.payable());
    }
}
