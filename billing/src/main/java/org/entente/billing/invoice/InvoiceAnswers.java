package org.entente.billing.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.entente.agreements.document.Acknowledgement;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.exchange.AnswerHandler;
import org.entente.agreements.keys.VerifiedDocument;

/** What the home operator answered to our invoice. */
@ApplicationScoped
class InvoiceAnswers implements AnswerHandler<Invoice> {
    private final Invoices invoices;
    private final InstantSource clock;

    InvoiceAnswers(Invoices invoices, InstantSource clock) {
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    public Class<Invoice> sent() {
        return Invoice.class;
    }

    @Override
    public void answered(VerifiedDocument<Invoice> sent, VerifiedDocument<?> answer) {
        if (answer.body() instanceof Acknowledgement) {
            invoices.answered(sent, InvoiceState.ACKNOWLEDGED, "", clock.instant());
        } else if (answer.body() instanceof Refusal refusal) {
            rejected(sent, refusal.code(), refusal.sentence());
        } else {
            rejected(sent, "ANSWER_NOT_UNDERSTOOD", "The answer neither takes nor refuses the invoice");
        }
    }

    @Override
    public void rejected(VerifiedDocument<Invoice> sent, String code, String sentence) {
        invoices.answered(sent, InvoiceState.REFUSED, code + ": " + sentence, clock.instant());
    }
}
