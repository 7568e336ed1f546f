package org.entente.billing.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.Answer;
import org.entente.agreements.exchange.DocumentHandler;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.billing.invoice.StoredInvoice.Heading;
import org.entente.billing.ledger.Journal;
import org.entente.billing.rating.ChargeTotal;
import org.entente.billing.rating.Charges;
import org.entente.billing.rating.Side;
import org.entente.billing.statement.Statements;
import org.entente.billing.statement.StoredStatement;

/** A host operator's invoice arrives: it must follow from the statement that we accepted, coin by coin. */
@ApplicationScoped
class InvoiceReceiving implements DocumentHandler<Invoice> {
    private final Agreements agreements;
    private final Statements statements;
    private final Charges charges;
    private final Invoices invoices;
    private final Journal journal;
    private final InstantSource clock;

    InvoiceReceiving(
            Agreements agreements,
            Statements statements,
            Charges charges,
            Invoices invoices,
            Journal journal,
            InstantSource clock) {
        this.agreements = agreements;
        this.statements = statements;
        this.charges = charges;
        this.invoices = invoices;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Class<Invoice> accepts() {
        return Invoice.class;
    }

    @Override
    public Answer handle(VerifiedDocument<Invoice> received) {
        Invoice invoice = received.body();
        Optional<SignedAgreement> agreement = agreements.find(invoice.agreement());
        Optional<StoredStatement> accepted = statements
                .accepted(invoice.agreement(), invoice.period())
                .filter(statement -> statement.host().equals(received.document().issuer())
                        && statement.home().equals(received.document().audience()));
        if (agreement.isEmpty() || accepted.isEmpty()) {
            return Answer.refused(
                    "INVOICE_WITHOUT_STATEMENT",
                    "No statement under " + invoice.agreement() + " for " + invoice.period() + " was accepted");
        }
        if (invoices.underAgreement(invoice.agreement(), invoice.period()).isPresent()) {
            return Answer.refused(
                    "INVOICE_RECEIVED_BEFORE",
                    "An invoice under " + invoice.agreement() + " for " + invoice.period() + " was received before");
        }
        AgreementTerms terms = agreement.get().terms();
        Bill expected = expected(accepted.get(), terms);
        Optional<Refusal> refusal = new InvoiceCheck(received.document(), terms, accepted.get(), expected).refusal();
        return refusal.<Answer>map(Answer.Replied::new).orElseGet(() -> stored(received, accepted.get(), expected));
    }

    private Bill expected(StoredStatement accepted, AgreementTerms terms) {
        List<ChargeTotal> own = charges.totals(
                Side.BOUGHT, terms.agreement().value(), accepted.body().period());
        return Bill.of(
                StatementItems.of(accepted.body(), terms, own),
                terms.settlement().rounding(),
                terms.settlement().taxPercent());
    }

    private Answer stored(VerifiedDocument<Invoice> received, StoredStatement accepted, Bill bill) {
        Invoice body = received.body();
        Heading heading = new Heading(
                body.number(),
                accepted.host(),
                body.period(),
                accepted.body().window(),
                body.issueDate(),
                body.dueDate());
        Buyer buyer = new Buyer.Partner(accepted.home(), body.agreement(), accepted.id());
        StoredInvoice invoice = new StoredInvoice(heading, buyer, bill, InvoiceState.RECEIVED, Optional.empty());
        invoices.add(invoice, received, clock.instant());
        journal.book(InvoicePostings.received(invoice, accepted.ownTotal()));
        return Answer.acknowledged();
    }
}
