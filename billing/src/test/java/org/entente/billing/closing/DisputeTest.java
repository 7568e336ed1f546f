package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.assertj.core.api.AbstractObjectAssert;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.billing.BilledMonth;
import org.entente.billing.Books;
import org.entente.billing.Months;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.PeriodView.InvoiceSummary;
import org.entente.billing.closing.PeriodView.State;
import org.entente.billing.closing.PeriodView.WaitView;
import org.entente.billing.invoice.InvoiceState;
import org.entente.billing.statement.StatementState;
import org.entente.billing.statement.StatementView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the two operators do not see the same use. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DisputeTest {
    private static final String HOUR_MORE =
            "Instance vm-9 at price line vm-vcpu is stated at 0.018 EUR, but comes to 0 EUR"
                    + " here; all differences together are 0.018 EUR, the tolerance is 0.01 EUR";

    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Books books;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void monthBegins() {
        postbox.empty();
        month = months.begin();
        months.knownUse(month);
    }

    @Test
    void homeRefusesUseThatItDoesNotSeeAndSaysWhichLine() {
        months.onlyBy(BOREAL, month, "vm-9", "3600");
        months.end(month);

        VerifiedDocument<?> answer = operators.stateAndAnswer(month);

        assertRefused(answer).isEqualTo(new Refusal("STATEMENT_DIFFERS", HOUR_MORE));
        assertThat(operators.seenBy(ALBA, month).statements())
                .extracting(StatementView::state)
                .containsExactly(StatementState.REFUSED);
        PeriodView atHost = operators.seenBy(BOREAL, month);
        assertThat(atHost.statements())
                .extracting(StatementView::state, view -> view.reason().orElse(""))
                .containsExactly(tuple(StatementState.REFUSED, HOUR_MORE));
        assertThat(atHost.waits())
                .extracting(WaitView::owner, WaitView::reason)
                .containsExactly(tuple("boreal", "alba refused the statement (STATEMENT_DIFFERS): " + HOUR_MORE));
        assertThat(atHost.invoices()).isEmpty();
    }

    @Test
    void homeRefusesWhenTheHostForgotUse() {
        months.onlyBy(ALBA, month, "vm-9", "3600");
        months.end(month);

        assertRefused(operators.stateAndAnswer(month))
                .extracting(Refusal::sentence)
                .asString()
                .startsWith("Instance vm-9 at price line vm-vcpu is stated at 0 EUR, but comes to 0.018 EUR here");
    }

    @Test
    void refusedMonthIsStatedAgainOnlyWhenFinanceAsksAgain() {
        months.onlyBy(BOREAL, month, "vm-9", "3600");
        months.end(month);
        operators.stateAndAnswer(month);

        operators.advance(BOREAL);
        assertThat(postbox.waiting()).isZero();

        // Alba finds the hour that it had missed, and Boreal's finance asks once more.
        months.onlyBy(ALBA, month, "vm-9", "3600");
        operators.ask(BOREAL, month.period(), "again-" + month.period());
        operators.close(month);

        assertThat(operators.seenBy(BOREAL, month).state()).isEqualTo(State.CLOSED);
        assertThat(operators.seenBy(ALBA, month).statements())
                .extracting(StatementView::state, StatementView::ownTotal, StatementView::equal)
                .containsExactly(tuple(StatementState.ACCEPTED, "41.24402041666667", true));
    }

    @Test
    void differenceWithinTheToleranceIsAcceptedAndBooked() {
        // A vCPU for 1800 s is 0.009 EUR, below the tolerance of a cent; Alba knows nothing of the instance at all.
        months.onlyBy(BOREAL, month, "vm-9", "1800");
        months.end(month);

        operators.close(month);

        PeriodView atHome = operators.seenBy(ALBA, month);
        assertThat(atHome.state()).isEqualTo(State.CLOSED);
        assertThat(atHome.statements())
                .extracting(StatementView::ownTotal, StatementView::statedTotal, StatementView::equal)
                .containsExactly(tuple("41.22602041666667", "41.23502041666667", false));
        assertThat(atHome.invoices())
                .extracting(InvoiceSummary::payable, InvoiceSummary::state)
                .contains(tuple("41.24", InvoiceState.RECEIVED));
        assertThat(books.balances(ALBA, month.period()))
                .contains("difference:tolerance 0.00900000000000 EUR")
                .contains("payable:unbilled:operator:boreal 0.00000000000000 EUR")
                .contains("payable:billed:operator:boreal -41.24000000000000 EUR");
        assertThat(books.unbalanced(ALBA)).isEmpty();
    }

    private static AbstractObjectAssert<?, Refusal> assertRefused(VerifiedDocument<?> answer) {
        return assertThat(answer.body()).asInstanceOf(type(Refusal.class));
    }
}
