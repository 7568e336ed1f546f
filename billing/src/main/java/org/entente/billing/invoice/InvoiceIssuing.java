package org.entente.billing.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.exchange.Outbox;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.billing.invoice.StoredInvoice.Heading;
import org.entente.billing.ledger.Journal;
import org.entente.billing.rating.ChargeTotal;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.statement.StoredStatement;

/** Issues invoices: number, bill, books and, to a partner, the signed document, all in one transaction. */
@ApplicationScoped
public class InvoiceIssuing {
    private static final RoundingMode RETAIL_ROUNDING = RoundingMode.HALF_UP;

    private final DocumentSigner self;
    private final Charges charges;
    private final Invoices invoices;
    private final Journal journal;
    private final Outbox outbox;
    private final InstantSource clock;

    InvoiceIssuing(
            DocumentSigner self,
            Charges charges,
            Invoices invoices,
            Journal journal,
            Outbox outbox,
            InstantSource clock) {
        this.self = self;
        this.charges = charges;
        this.invoices = invoices;
        this.journal = journal;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Bills the home operator for a statement that it accepted. Does nothing where that was done before. */
    @Transactional
    public void issueToPartner(SignedAgreement agreement, StoredStatement accepted) {
        AgreementTerms terms = agreement.terms();
        YearMonth period = accepted.body().period();
        if (invoices.underAgreement(terms.agreement(), period).isPresent()) {
            return;
        }
        List<ChargeTotal> own = charges.totals(Side.SOLD, terms.agreement().value(), period);
        Bill bill = Bill.of(
                StatementItems.of(accepted.body(), terms, own),
                terms.settlement().rounding(),
                terms.settlement().taxPercent());
        Heading heading = heading(period, terms.calendar(), terms.settlement().paymentDays());
        VerifiedDocument<Invoice> sent = outbox.send(
                terms.home(), InvoiceDocument.of(heading, terms.agreement(), bill), List.of(accepted.hash()));
        Buyer buyer = new Buyer.Partner(terms.home(), terms.agreement(), accepted.id());
        StoredInvoice invoice = new StoredInvoice(heading, buyer, bill, InvoiceState.SENT, Optional.empty());
        invoices.add(invoice, sent, clock.instant());
        journal.book(InvoicePostings.issued(invoice));
    }

    /** Bills every tenant that has charges in a period. The caller sees that this happens once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void issueToTenants(YearMonth period, RetailTerms terms) {
        for (String tenant : charges.contracts(Side.RETAIL, period)) {
            Bill bill = Bill.of(
                    charges.totals(Side.RETAIL, tenant, period).stream()
                            .map(InvoiceIssuing::item)
                            .toList(),
                    RETAIL_ROUNDING,
                    terms.taxPercent());
            StoredInvoice invoice = new StoredInvoice(
                    heading(period, terms.calendar(), terms.paymentDays()),
                    new Buyer.Customer(new TenantId(tenant)),
                    bill,
                    InvoiceState.ISSUED,
                    Optional.empty());
            invoices.add(invoice, null, clock.instant());
            journal.book(InvoicePostings.issued(invoice));
        }
    }

    private Heading heading(YearMonth period, BillingCalendar calendar, int paymentDays) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        return new Heading(
                invoices.nextNumber(self.operator(), today.getYear()),
                self.operator(),
                period,
                calendar.window(period),
                today,
                today.plusDays(paymentDays));
    }

    private static InvoiceItem item(ChargeTotal total) {
        return new InvoiceItem(
                total.instance(),
                total.place(),
                Optional.of(total.technology()),
                total.line(),
                total.quantity(),
                total.amount());
    }
}
