package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.entente.billing.Samples.euro;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.Statement;
import org.entente.agreements.keys.VerifiedDocument;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.problem.ProblemException;
import org.entente.billing.BilledMonth;
import org.entente.billing.Books;
import org.entente.billing.Months;
import org.entente.billing.MovableClock;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.PeriodView.State;
import org.entente.billing.rating.UsageRating;
import org.entente.billing.request.BillingProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything may be asked, sent and run twice, also at once: nothing is charged, stated or billed twice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RepeatsTest {
    private static final int AT_ONCE = 4;

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

    @Inject
    UsageRating rating;

    @Inject
    CloseJob job;

    @Inject
    Books books;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void monthEnds() {
        postbox.empty();
        month = months.ended();
    }

    @Test
    void documentsWhoseAnswersAreLostAreAnsweredTheSameAgain() {
        operators.ask(BOREAL, month.period(), "lost-" + month.period());
        operators.advance(BOREAL);
        postbox.deliverButLoseTheAnswer();
        postbox.deliver();
        operators.advance(BOREAL);
        postbox.deliverButLoseTheAnswer();
        postbox.deliver();
        operators.close(month);

        assertThat(operators.seenBy(BOREAL, month).state()).isEqualTo(State.CLOSED);
        assertOneOfEach(ALBA);
        assertOneOfEach(BOREAL);
    }

    @Test
    void anotherStatementOfAnAcceptedMonthIsRefused() {
        operators.close(month);
        Statement same = new Statement(month.id(), month.period(), month.window(), List.of(), euro("0"));
        VerifiedDocument<Statement> another = peers.signed(
                BOREAL, ALBA, clock.instant(), List.of(month.agreement().hash()), same);

        assertThat(postbox.answerTo(another).body())
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo("STATEMENT_ACCEPTED_BEFORE");
        assertOneOfEach(ALBA);
    }

    @Test
    void sameWishToCloseChangesNothing() {
        operators.close(month);

        operators.ask(ALBA, month.period(), "close-" + month.period());
        operators.ask(ALBA, month.period(), "close-" + month.period());

        assertThat(operators.seenBy(ALBA, month).state()).isEqualTo(State.CLOSED);
        assertThat(books.rows(
                        ALBA,
                        "select idempotency_key from billing.close_request where period = ?",
                        month.period().toString()))
                .containsExactly("close-" + month.period());
    }

    @Test
    void anotherWishForAClosedMonthBillsNothingAgain() {
        operators.close(month);

        operators.ask(ALBA, month.period(), "more-" + month.period());
        assertThat(operators.seenBy(ALBA, month).state()).isEqualTo(State.CLOSING);
        operators.close(month);

        assertThat(operators.seenBy(ALBA, month).state()).isEqualTo(State.CLOSED);
        assertOneOfEach(ALBA);
        assertOneOfEach(BOREAL);
    }

    @Test
    void keyOfAnotherMonthIsRefusedAndOpensNothing() {
        operators.ask(ALBA, month.period(), "key-" + month.period());

        assertThatThrownBy(() -> operators.ask(ALBA, month.period().plusMonths(1), "key-" + month.period()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(BillingProblem.IDEMPOTENCY_KEY_REUSED);
                    assertThat(problem.sentence())
                            .isEqualTo("The idempotency key was used before, to close " + month.period());
                });
        assertThat(books.rows(
                        ALBA,
                        "select period from billing.period where period = ?",
                        month.period().plusMonths(1).toString()))
                .isEmpty();
    }

    @Test
    void ratingAtOnceChargesEveryRecordOnce() throws Exception {
        peers.become(ALBA);

        atOnce(() -> {
            while (!rating.isCaughtUp()) {
                rating.rateBatch();
            }
            return true;
        });
        assertThat(rating.rateBatch()).isFalse();

        // Seven priced records of Boreal's site are bought; its six of vCPUs and Alba's own one are sold to Acme.
        assertThat(charges(ALBA)).containsExactly("BOUGHT 7 41.22602041666667", "RETAIL 7 46.44002916666667");
        assertThat(books.unbalanced(ALBA)).isEmpty();
    }

    @Test
    void closingAtOnceStatesAndBillsOnce() throws Exception {
        operators.ask(BOREAL, month.period(), "once-" + month.period());

        runsAtOnce(BOREAL);
        assertThat(postbox.waiting()).isEqualTo(1);
        postbox.deliver();
        runsAtOnce(BOREAL);
        operators.ask(ALBA, month.period(), "once-" + month.period());
        runsAtOnce(ALBA);

        assertThat(books.rows(
                        BOREAL,
                        "select number from billing.invoice where period = ?",
                        month.period().toString()))
                .hasSize(1);
        assertThat(books.rows(
                        ALBA,
                        "select number from billing.invoice where period = ?",
                        month.period().toString()))
                .hasSize(1);
        assertNoNumberIsMissing(BOREAL);
        assertNoNumberIsMissing(ALBA);
    }

    private void runsAtOnce(OperatorId operator) throws Exception {
        peers.become(operator);
        while (rating.rateBatch()) {
            // the next batch
        }
        atOnce(() -> {
            job.close();
            return true;
        });
    }

    private void assertOneOfEach(OperatorId operator) {
        String period = month.period().toString();
        assertThat(books.rows(operator, "select state from billing.statement where period = ?", period))
                .containsExactly("ACCEPTED");
        assertThat(books.rows(
                        operator,
                        "select number from billing.invoice where period = ? and buyer_kind = 'OPERATOR'",
                        period))
                .hasSize(1);
        assertThat(charges(operator)).first().asString().endsWith(" 7 41.22602041666667");
        assertNoNumberIsMissing(operator);
    }

    private List<String> charges(OperatorId operator) {
        return books.rows(
                operator,
                "select side || ' ' || count(*) || ' ' || sum(amount) from billing.charge where period = ?"
                        + " group by side order by side",
                month.period().toString());
    }

    private void assertNoNumberIsMissing(OperatorId operator) {
        assertThat(books.rows(
                        operator,
                        "select n.year || ': ' || n.last from billing.invoice_number n where n.last <> (select count(*)"
                                + " from billing.invoice i where i.issuer = ? and i.number like '%-' || n.year || '-%')",
                        operator.value()))
                .isEmpty();
    }

    private static void atOnce(Callable<Boolean> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(AT_ONCE, work))) {
                assertThat(done.get()).isTrue();
            }
        }
    }
}
