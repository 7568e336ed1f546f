package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.euro;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.billing.BilledMonth;
import org.entente.billing.Months;
import org.entente.billing.MovableClock;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.PeriodView.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices that a host should not have sent: nothing is booked for them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InvoiceDisputeTest {
    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    @Inject
    MovableClock clock;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void statementIsAccepted() {
        postbox.empty();
        month = months.ended();
        operators.stateAndAnswer(month);
        operators.advance(BOREAL);
    }

    @Test
    void invoiceOverACentMoreIsRefusedWithBothAmounts() {
        VerifiedDocument<?> right = postbox.next();
        Invoice invoice = (Invoice) right.body();
        Invoice more = new Invoice(
                invoice.number(),
                invoice.agreement(),
                invoice.period(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.lines(),
                euro("41.24"),
                invoice.taxPercent(),
                invoice.tax(),
                euro("41.24"));

        assertRefused(more, right.document().buildsOn())
                .isEqualTo("INVOICE_DIFFERS: The net amount is 41.24 EUR, but comes to 41.23 EUR here");
        assertThat(operators.seenBy(ALBA, month).invoices()).isEmpty();
        operators.close(month);
        assertThat(operators.seenBy(ALBA, month).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void invoiceForAnotherStatementIsRefused() {
        assertRefused((Invoice) postbox.next().body(), List.of(DocumentHash.of("another")))
                .startsWith("INVOICE_STATEMENT_WRONG: ");
    }

    @Test
    void secondInvoiceForAMonthIsRefused() {
        VerifiedDocument<?> first = postbox.next();
        postbox.deliver();

        assertRefused((Invoice) first.body(), first.document().buildsOn())
                .isEqualTo("INVOICE_RECEIVED_BEFORE: An invoice under " + month.id() + " for " + month.period()
                        + " was received before");
        assertThat(operators.seenBy(ALBA, month).invoices()).hasSize(1);
    }

    @Test
    void invoiceWithoutAStatementIsRefused() {
        BilledMonth next = months.ended();
        Invoice invoice = (Invoice) postbox.next().body();
        Invoice other = new Invoice(
                invoice.number(),
                next.id(),
                next.period(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.lines(),
                invoice.net(),
                invoice.taxPercent(),
                invoice.tax(),
                invoice.payable());

        assertRefused(other, List.of())
                .isEqualTo("INVOICE_WITHOUT_STATEMENT: No statement under " + next.id() + " for " + next.period()
                        + " was accepted");
    }

    private AbstractStringAssert<?> assertRefused(Invoice invoice, List<DocumentHash> buildsOn) {
        VerifiedDocument<?> answer = postbox.answerTo(peers.signed(BOREAL, ALBA, clock.instant(), buildsOn, invoice));
        return assertThat(answer.body())
                .asInstanceOf(type(Refusal.class))
                .extracting(refusal -> refusal.code() + ": " + refusal.sentence())
                .asString();
    }
}
