package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.billing.BilledMonth;
import org.entente.billing.Books;
import org.entente.billing.KnownUsage;
import org.entente.billing.Months;
import org.entente.billing.MovableClock;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.PeriodView.State;
import org.entente.billing.closing.PeriodView.WaitView;
import org.entente.billing.statement.StatementState;
import org.entente.billing.statement.StatementView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a closing waits for, who must act, and how it goes on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WaitingTest {
    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    KnownUsage usage;

    @Inject
    MovableClock clock;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    @Inject
    Books books;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void monthBegins() {
        postbox.empty();
        month = months.begin();
        months.knownUse(month);
    }

    @AfterEach
    void everythingIsCountersigned() {
        usage.allAreCountersigned();
    }

    @Test
    void hostWaitsUntilItsOwnUseIsMetered() {
        clock.moveTo(month.window().to().plusSeconds(1));
        operators.ask(BOREAL, month.period(), "metered-" + month.period());
        operators.advance(BOREAL);

        assertThat(postbox.waiting()).isZero();
        assertThat(operators.seenBy(BOREAL, month).waits())
                .extracting(WaitView::owner, WaitView::reason)
                .contains(tuple(
                        "boreal",
                        "It waits until use is metered up to " + month.window().to()));
    }

    @Test
    void hostWaitsForTheCountersignatures() {
        months.end(month);
        usage.someAreNotCountersigned();
        operators.ask(BOREAL, month.period(), "countersigned-" + month.period());
        operators.advance(BOREAL);

        assertThat(postbox.waiting()).isZero();
        assertThat(operators.seenBy(BOREAL, month).waits())
                .extracting(WaitView::owner, WaitView::reason)
                .containsExactly(
                        tuple("alba", "It waits until alba has countersigned all usage reports of the period"));

        usage.allAreCountersigned();
        operators.advance(BOREAL);
        assertThat(postbox.waiting()).isEqualTo(1);
    }

    @Test
    void statementThatCameTooEarlyIsSentAgainAfterAPause() {
        clock.moveTo(month.window().to().plusSeconds(1));
        usage.meteredUpTo(BOREAL, month.window().to());

        VerifiedDocument<?> answer = operators.stateAndAnswer(month);

        assertThat(answer.body())
                .isEqualTo(new Refusal(
                        "STATEMENT_TOO_EARLY",
                        "Use is not metered here up to " + month.window().to() + " yet"));
        assertThat(operators.seenBy(BOREAL, month).statements())
                .extracting(StatementView::state)
                .containsExactly(StatementState.DEFERRED);
        assertThat(operators.seenBy(BOREAL, month).waits())
                .extracting(WaitView::reason)
                .containsExactly("alba was not ready for the statement (Use is not metered here up to "
                        + month.window().to() + " yet); it is sent again at "
                        + clock.instant().plus(Duration.ofSeconds(2)));

        usage.meteredUpTo(ALBA, month.window().to());
        operators.close(month);

        assertThat(operators.seenBy(BOREAL, month).state()).isEqualTo(State.CLOSED);
        assertThat(books.rows(
                        BOREAL,
                        "select state from billing.statement where period = ? order by made_at",
                        month.period().toString()))
                .containsExactly("DEFERRED", "ACCEPTED");
    }

    @Test
    void statementMustBuildOnEveryCountersignedReport() {
        months.end(month);
        operators.ask(BOREAL, month.period(), "reports-" + month.period());
        operators.advance(BOREAL);
        Statement stated = (Statement) postbox.next().body();
        VerifiedDocument<Statement> without = peers.signed(
                BOREAL, ALBA, clock.instant(), List.of(month.agreement().hash()), stated);

        assertThat(postbox.answerTo(without).body())
                .isEqualTo(new Refusal(
                        "STATEMENT_REPORT_LEFT_OUT", "The statement does not build on usage report 1 of the period"));
    }

    @Test
    void periodIsNotAcceptedBeforeItsEndByTheHomesClock() {
        Instant end = month.window().to();
        months.end(month);
        operators.ask(BOREAL, month.period(), "clock-" + month.period());
        operators.advance(BOREAL);
        clock.moveTo(end.minusSeconds(1));

        assertThat(postbox.answerTo(postbox.next()).body())
                .isEqualTo(new Refusal(
                        "STATEMENT_TOO_EARLY",
                        "The period ends at " + end + ", but it is " + end.minusSeconds(1) + " here"));
    }

    @Test
    void monthWithoutUseUnderAnAgreementClosesWithoutAStatement() {
        BilledMonth empty = months.begin();
        months.end(empty);

        operators.close(empty);

        assertThat(operators.seenBy(ALBA, empty).state()).isEqualTo(State.CLOSED);
        assertThat(operators.seenBy(BOREAL, empty).state()).isEqualTo(State.CLOSED);
        assertThat(operators.seenBy(BOREAL, empty).statements()).isEmpty();
        assertThat(operators.seenBy(ALBA, empty).invoices()).isEmpty();
    }

    @Test
    void lateUseOfAClosedMonthIsBilledInTheNextAtBoth() {
        months.end(month);
        operators.close(month);
        BilledMonth next = new BilledMonth(month.agreement(), month.period().plusMonths(1));

        // One more hour of the VM's vCPU: 0.018 between the operators, 0.03 for Acme.
        months.onlyBy(BOREAL, month, "vm-1", "3600");
        months.onlyBy(ALBA, month, "vm-1", "3600");
        months.end(next);
        operators.close(next);

        assertThat(operators.seenBy(ALBA, next).state()).isEqualTo(State.CLOSED);
        assertThat(operators.seenBy(ALBA, next).statements())
                .extracting(StatementView::statedTotal, StatementView::equal)
                .containsExactly(tuple("0.018", true));
        assertThat(books.rows(
                        BOREAL,
                        "select period || ' in ' || billed_in || ' after ' || trunc(used_before) from billing.charge"
                                + " where contract = ? and billed_in <> period",
                        month.id().value()))
                .containsExactly(month.period() + " in " + next.period() + " after 5356800");
    }
}
