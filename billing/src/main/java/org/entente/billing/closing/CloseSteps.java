package org.entente.billing.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.YearMonth;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.billing.invoice.InvoiceIssuing;
import org.entente.billing.rating.UsageRating;
import org.entente.billing.statement.StatementIssuing;

/** Takes the steps that can be taken, each in a transaction of its own and safe to repeat. */
@ApplicationScoped
class CloseSteps {
    private final StatementIssuing statements;
    private final InvoiceIssuing invoices;
    private final UsageRating rating;
    private final Periods periods;
    private final RetailPrices retail;
    private final InstantSource clock;

    CloseSteps(
            StatementIssuing statements,
            InvoiceIssuing invoices,
            UsageRating rating,
            Periods periods,
            RetailPrices retail,
            InstantSource clock) {
        this.statements = statements;
        this.invoices = invoices;
        this.rating = rating;
        this.periods = periods;
        this.retail = retail;
        this.clock = clock;
    }

    @Transactional
    void take(Step step, YearMonth period) {
        switch (step) {
            case Step.SendStatement send -> statements.issue(send.agreement(), period);
            case Step.StateAlone alone ->
                statements
                        .issueAlone(alone.agreement(), period, alone.reason())
                        .ifPresent(last -> invoices.issueToPartner(alone.agreement(), last));
            case Step.SendInvoice send -> invoices.issueToPartner(send.agreement(), send.accepted());
            case Step.InvoiceTenants invoice -> invoiceTenants(period);
            case Step.Waiting waiting -> {}
            case Step.Done done -> {}
        }
    }

    private void invoiceTenants(YearMonth period) {
        PeriodEntity row = periods.locked(period);
        if (row.tenantsInvoicedAt != null || !rating.catchUp()) {
            return;
        }
        invoices.issueToTenants(period, retail.current());
        periods.tenantsInvoiced(period, clock.instant());
    }
}
