package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.entente.billing.BilledMonth;
import org.entente.billing.Books;
import org.entente.billing.Months;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.PeriodView.InvoiceSummary;
import org.entente.billing.closing.PeriodView.State;
import org.entente.billing.rating.UsageRating;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process ends between two steps or in the middle of one: begun again, it comes to the same. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CrashTest {
    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    @Inject
    UsageRating rating;

    @Inject
    PeriodClosing closing;

    @Inject
    CloseSteps taking;

    @Inject
    Periods periods;

    @Inject
    DataSource database;

    @Inject
    Books books;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void monthEnds() {
        postbox.empty();
        month = months.ended();
    }

    @Test
    void crashWhileRatingLeavesNothingHalfDone() {
        peers.become(ALBA);
        QuarkusTransaction.begin();
        assertThat(rating.rateBatch()).isTrue();
        QuarkusTransaction.rollback();
        assertThat(count("charge")).isEqualTo("0");
        assertThat(count("journal_entry")).isEqualTo("0");

        operators.close(month);

        assertThat(operators.seenBy(ALBA, month).state()).isEqualTo(State.CLOSED);
        assertThat(count("charge")).isEqualTo("14");
    }

    @Test
    void crashInEveryStepOfTheHostIsMadeGood() {
        operators.ask(BOREAL, month.period(), "crash-" + month.period());
        rateAll();

        crashIn(Step.SendStatement.class);
        assertThat(count("statement")).isEqualTo("0");
        operators.advance(BOREAL);
        postbox.deliver();

        String numbers = "select coalesce(sum(last), 0) from billing.invoice_number";
        List<String> before = books.rows(BOREAL, numbers);
        crashIn(Step.SendInvoice.class);
        assertThat(count("invoice")).isEqualTo("0");
        assertThat(books.rows(BOREAL, numbers)).isEqualTo(before);
        operators.close(month);

        assertThat(operators.seenBy(BOREAL, month).state()).isEqualTo(State.CLOSED);
        assertThat(operators.seenBy(BOREAL, month).invoices())
                .extracting(InvoiceSummary::payable)
                .containsExactly("41.23");
    }

    @Test
    void crashWhileTenantsAreBilledIsMadeGood() {
        operators.ask(ALBA, month.period(), "crash-" + month.period());
        rateAll();

        crashIn(Step.InvoiceTenants.class);
        assertThat(count("invoice")).isEqualTo("0");
        operators.close(month);

        assertThat(operators.seenBy(ALBA, month).invoices())
                .extracting(InvoiceSummary::buyer, InvoiceSummary::payable)
                .containsExactly(tuple("acme", "55.73"), tuple("alba", "41.23"));
    }

    @Test
    void stepThatFailsHoldsUpNoOtherMonth() {
        BilledMonth later = months.ended();
        refuseInvoicesOf(month);
        try {
            operators.ask(ALBA, month.period(), "fails-" + month.period());
            operators.close(later);

            assertThat(operators.seenBy(ALBA, later).state()).isEqualTo(State.CLOSED);
            assertThat(operators.seenBy(ALBA, month).state()).isEqualTo(State.CLOSING);
        } finally {
            execute("drop trigger refused_for_a_test on billing.invoice");
        }
        operators.advance(ALBA);
        assertThat(operators.seenBy(ALBA, month).invoices())
                .extracting(InvoiceSummary::payable)
                .containsExactly("55.73");
    }

    /** Takes the next step of a kind, but the transaction is rolled back and what was sent in it is lost. */
    private void crashIn(Class<? extends Step> kind) {
        QuarkusTransaction.begin();
        closing.steps(periods.find(month.period()).orElseThrow()).stream()
                .filter(kind::isInstance)
                .reduce((one, other) -> {
                    throw new IllegalStateException("More than one step of the kind");
                })
                .ifPresentOrElse(step -> taking.take(step, month.period()), () -> {
                    throw new IllegalStateException("There is no " + kind.getSimpleName() + " to crash in");
                });
        QuarkusTransaction.rollback();
        postbox.empty();
    }

    private void rateAll() {
        while (rating.rateBatch()) {
            // the next batch
        }
    }

    private String count(String table) {
        return books.rows(
                        peers.operator(),
                        "select count(*) from billing." + table + " where period = ?",
                        month.period().toString())
                .getFirst();
    }

    private void refuseInvoicesOf(BilledMonth refused) {
        peers.become(ALBA);
        execute("create trigger refused_for_a_test before insert on billing.invoice for each row when (new.period = '"
                + refused.period() + "') execute function billing.refuse_change()");
    }

    private void execute(String change) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        } catch (SQLException failed) {
            throw new IllegalStateException(change, failed);
        }
    }
}
