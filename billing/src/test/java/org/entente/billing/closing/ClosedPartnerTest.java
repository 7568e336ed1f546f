package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.entente.agreements.document.FinalStatement;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.Money;
import org.entente.billing.BilledMonth;
import org.entente.billing.KnownClosings;
import org.entente.billing.Months;
import org.entente.billing.MovableClock;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.PeriodView.InvoiceSummary;
import org.entente.billing.closing.PeriodView.State;
import org.entente.billing.closing.PeriodView.WaitView;
import org.entente.billing.statement.StatementState;
import org.entente.billing.statement.StatementView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner with which there is no more business is waited for no more: the books close without it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClosedPartnerTest {
    private static final String GONE = "the other is VANISHED: Nothing was heard for a month";
    private static final String TOTAL = "41.22602041666667";

    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    KnownClosings closings;

    @Inject
    MovableClock clock;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void monthEnds() {
        postbox.empty();
        month = months.ended();
    }

    @AfterEach
    void businessGoesOn() {
        closings.forget();
    }

    @Test
    void hostOfAVanishedHomeStatesAndBillsAloneWithoutBeingAsked() {
        closings.close(BOREAL, GONE);

        operators.advance(BOREAL);

        PeriodView seen = operators.seenBy(BOREAL, month);
        assertThat(seen.statements())
                .extracting(StatementView::state, StatementView::statedTotal, StatementView::host, StatementView::home)
                .containsExactly(tuple(StatementState.FINAL, TOTAL, "boreal", "alba"));
        assertThat(seen.invoices()).extracting(InvoiceSummary::payable).containsExactly("41.23");
        FinalStatement last = (FinalStatement) postbox.next().body();
        assertThat(last.reason()).isEqualTo(GONE);
        assertThat(postbox.next().document().buildsOn())
                .contains(month.agreement().hash());
    }

    @Test
    void nothingWaitsForAClosedPartnerWhereAMonthIsClosed() {
        closings.close(BOREAL, GONE);
        closings.close(ALBA, GONE);

        for (int run = 0; run < 2; run++) {
            operators.ask(BOREAL, month.period(), "alone-" + month.period());
            operators.advance(BOREAL);
            operators.ask(ALBA, month.period(), "alone-" + month.period());
            operators.advance(ALBA);
        }

        assertThat(operators.seenBy(BOREAL, month).state()).isEqualTo(State.CLOSED);
        PeriodView home = operators.seenBy(ALBA, month);
        assertThat(home.state()).isEqualTo(State.CLOSED);
        assertThat(home.waits()).isEmpty();
        assertThat(home.statements())
                .extracting(StatementView::state, StatementView::statedTotal, StatementView::host)
                .containsExactly(tuple(StatementState.FINAL, TOTAL, "boreal"));
        assertThat(home.invoices())
                .as("only the tenant's; the host never sent one")
                .extracting(InvoiceSummary::buyer)
                .containsExactly("acme");
    }

    @Test
    void whatWasUsedAfterTheFinalStatementIsStatedInTheNextMonth() {
        closings.close(BOREAL, GONE);
        operators.advance(BOREAL);
        BilledMonth next = new BilledMonth(month.agreement(), month.period().plusMonths(1));

        months.onlyBy(BOREAL, month, "vm-1", "3600");
        months.end(next);
        operators.advance(BOREAL);

        assertThat(operators.seenBy(BOREAL, month).statements())
                .extracting(StatementView::statedTotal)
                .containsExactly(TOTAL);
        assertThat(operators.seenBy(BOREAL, next).statements())
                .extracting(StatementView::state, StatementView::statedTotal)
                .containsExactly(tuple(StatementState.FINAL, "0.018"));
    }

    @Test
    void aStatementOnItsWayIsWaitedForUntilItCanBeDisputedNoMore() {
        operators.ask(BOREAL, month.period(), "sent-" + month.period());
        operators.advance(BOREAL);
        closings.close(BOREAL, GONE);
        operators.advance(BOREAL);

        assertThat(operators.seenBy(BOREAL, month).waits())
                .extracting(WaitView::owner, WaitView::reason)
                .containsExactly(
                        tuple("boreal", "It waits for an answer to the statement until then, although " + GONE));

        clock.passes(Duration.ofDays(month.agreement().terms().settlement().disputeDays()));
        VerifiedDocument<?> sent = postbox.next();
        operators.advance(BOREAL);

        assertThat(operators.seenBy(BOREAL, month).statements())
                .extracting(StatementView::state)
                .containsExactly(StatementState.FINAL);
        postbox.deliver(sent);
        assertThat(operators.seenBy(BOREAL, month).statements())
                .as("an answer that comes after all changes nothing")
                .extracting(StatementView::state)
                .containsExactly(StatementState.FINAL);
    }

    @Test
    void aPartnerThatReturnsIsToldAndKeepsItBesideItsOwnView() {
        closings.close(BOREAL, GONE);
        operators.advance(BOREAL);
        closings.close(ALBA, "boreal has VANISHED us: Nothing was heard for a month");

        postbox.deliver();

        assertThat(operators.seenBy(BOREAL, month).statements())
                .extracting(StatementView::state, view -> view.reason().orElse(""))
                .containsExactly(tuple(StatementState.FINAL, "alba has it now"));
        operators.advance(ALBA);
        assertThat(operators.seenBy(ALBA, month).statements())
                .extracting(StatementView::state, StatementView::ownTotal, StatementView::statedTotal)
                .containsExactlyInAnyOrder(
                        tuple(StatementState.TOLD, TOTAL, TOTAL), tuple(StatementState.FINAL, TOTAL, TOTAL));
    }

    @Test
    void aFinalStatementIsOnlyTakenOfAClosedPartnerOnceAndWhereItAddsUp() {
        closings.close(BOREAL, GONE);
        operators.advance(BOREAL);
        FinalStatement last = (FinalStatement) postbox.next().body();

        assertThat(codeOfAnswerTo(last)).as("business goes on").isEqualTo("STATEMENT_NOT_FINAL");
        closings.close(ALBA, GONE);
        assertThat(codeOfAnswerTo(withTotal(last, Money.of("EUR", "1")))).isEqualTo("STATEMENT_TOTAL_WRONG");
        postbox.deliver();
        assertThat(codeOfAnswerTo(last)).isEqualTo("STATEMENT_TOLD_BEFORE");
    }

    private String codeOfAnswerTo(FinalStatement last) {
        VerifiedDocument<?> answer = postbox.answerTo(peers.signed(
                BOREAL, ALBA, clock.instant(), List.of(month.agreement().hash()), last));
        return ((Refusal) answer.body()).code();
    }

    private static FinalStatement withTotal(FinalStatement last, Money total) {
        Statement statement = last.statement();
        return new FinalStatement(
                new Statement(statement.agreement(), statement.period(), statement.window(), statement.lines(), total),
                last.reason());
    }
}
