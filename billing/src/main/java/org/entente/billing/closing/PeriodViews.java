package org.entente.billing.closing;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.entente.billing.closing.PeriodView.InvoiceSummary;
import org.entente.billing.closing.PeriodView.State;
import org.entente.billing.closing.PeriodView.WaitView;
import org.entente.billing.invoice.Invoices;
import org.entente.billing.request.Parameters;
import org.entente.billing.statement.StatementView;
import org.entente.billing.statement.Statements;

/** Gathers what is shown of a period. */
@ApplicationScoped
class PeriodViews {
    private final Periods periods;
    private final PeriodClosing closing;
    private final Statements statements;
    private final Invoices invoices;

    PeriodViews(Periods periods, PeriodClosing closing, Statements statements, Invoices invoices) {
        this.periods = periods;
        this.closing = closing;
        this.statements = statements;
        this.invoices = invoices;
    }

    @Transactional
    PeriodView of(YearMonth period) {
        Optional<Closing> asked = periods.find(period);
        return new PeriodView(
                period.toString(),
                closing.window(period),
                asked.map(PeriodViews::state).orElse(State.OPEN),
                statements.ofPeriod(period, Parameters.PAGE_SIZE_MAX).stream()
                        .map(StatementView::of)
                        .toList(),
                invoices.ofPeriod(period, Page.ofSize(Parameters.PAGE_SIZE_MAX)).stream()
                        .map(InvoiceSummary::of)
                        .toList(),
                asked.map(this::waits).orElse(List.of()));
    }

    private List<WaitView> waits(Closing asked) {
        return closing.steps(asked).stream()
                .filter(Step.Waiting.class::isInstance)
                .map(step -> WaitView.of(((Step.Waiting) step).on()))
                .toList();
    }

    private static State state(Closing asked) {
        return asked.closedAt().isPresent() ? State.CLOSED : State.CLOSING;
    }
}
