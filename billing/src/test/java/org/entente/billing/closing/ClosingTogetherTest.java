package org.entente.billing.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Invoice;
import org.entente.agreements.document.Statement;
import org.entente.agreements.document.Statement.StatementLine;
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

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClosingTogetherTest {
    /** 26.784 + 13.392 for the VM, 1.05002041666667 for the container group. */
    private static final String WHOLESALE = "41.22602041666667";

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
    void monthEnds() {
        postbox.empty();
        month = months.ended();
    }

    @Test
    void bothOperatorsComeToTheSameTotalToTheLastDigit() {
        operators.close(month);

        for (PeriodView view : List.of(operators.seenBy(ALBA, month), operators.seenBy(BOREAL, month))) {
            assertThat(view.state()).isEqualTo(State.CLOSED);
            assertThat(view.waits()).isEmpty();
            StatementView statement = view.statements().getFirst();
            assertThat(statement.state()).isEqualTo(StatementState.ACCEPTED);
            assertThat(statement.ownTotal()).isEqualTo(WHOLESALE);
            assertThat(statement.statedTotal()).isEqualTo(WHOLESALE);
            assertThat(statement.equal()).isTrue();
        }
    }

    @Test
    void statementHasALineForEachInstanceAndPriceAndBothSignatures() {
        VerifiedDocument<?> answer = operators.stateAndAnswer(month);

        assertThat(answer.signers()).isEqualTo(Set.of(ALBA, BOREAL));
        assertThat(answer.document().buildsOn())
                .containsExactly(month.agreement().hash(), DocumentHash.of("report under " + month.id()));
        Statement statement = (Statement) answer.body();
        assertThat(statement.lines())
                .extracting(
                        line -> line.instance().value(),
                        StatementLine::priceLine,
                        line -> line.amount().text())
                .containsExactly(
                        tuple("pods-1", "pod-vcpu", "1.05002041666667"),
                        tuple("vm-1", "vm-memory", "13.392"),
                        tuple("vm-1", "vm-vcpu", "26.784"));
        assertThat(statement.total().text()).isEqualTo(WHOLESALE);
    }

    @Test
    void hostBillsTheHomeAndTheHomeItsTenant() {
        operators.close(month);

        assertThat(operators.seenBy(BOREAL, month).invoices())
                .extracting(InvoiceSummary::buyer, InvoiceSummary::payable, InvoiceSummary::state)
                .containsExactly(tuple("alba", "41.23", InvoiceState.ACKNOWLEDGED));
        assertThat(operators.seenBy(ALBA, month).invoices())
                .extracting(InvoiceSummary::buyer, InvoiceSummary::payable, InvoiceSummary::state)
                .containsExactly(
                        tuple("acme", "55.73", InvoiceState.ISSUED), tuple("alba", "41.23", InvoiceState.RECEIVED));
    }

    @Test
    void invoiceCarriesTheCoinsThatBothDerive() {
        operators.stateAndAnswer(month);
        operators.advance(BOREAL);

        Invoice invoice = (Invoice) postbox.next().body();
        assertThat(invoice.lines())
                .extracting(line -> line.amount().inCoins())
                .containsExactly("1.05", "13.39", "26.79");
        assertThat(invoice.net().inCoins()).isEqualTo("41.23");
        assertThat(invoice.dueDate()).isEqualTo(invoice.issueDate().plusDays(30));
    }

    @Test
    void booksOfBothBalanceInEveryCurrency() {
        operators.close(month);

        assertThat(books.balances(BOREAL, month.period())).isEqualTo("""
                difference:rounding -0.00397958333333 EUR
                receivable:billed:operator:alba 41.23000000000000 EUR
                receivable:unbilled:operator:alba 0.00000000000000 EUR
                revenue:wholesale -41.22602041666667 EUR
                """);
        assertThat(books.balances(ALBA, month.period())).isEqualTo("""
                cost:wholesale 41.22602041666667 EUR
                difference:rounding 0.00400875000000 EUR
                payable:billed:operator:boreal -41.23000000000000 EUR
                payable:unbilled:operator:boreal 0.00000000000000 EUR
                receivable:billed:tenant:acme 55.73000000000000 EUR
                receivable:unbilled:tenant:acme 0.00000000000000 EUR
                revenue:retail -46.44002916666667 EUR
                tax:output -9.29000000000000 EUR
                """);
        assertThat(books.unbalanced(ALBA)).isEmpty();
        assertThat(books.unbalanced(BOREAL)).isEmpty();
    }

    @Test
    void homeWaitsForTheHostAndSaysSo() {
        operators.ask(ALBA, month.period(), "early");
        operators.advance(ALBA);
        operators.advance(ALBA);

        PeriodView view = operators.seenBy(ALBA, month);
        assertThat(view.state()).isEqualTo(State.CLOSING);
        assertThat(view.waits())
                .containsExactly(new WaitView(
                        Optional.of(month.id().value()),
                        "boreal",
                        month.window().to().plusSeconds(5 * 86_400L),
                        "It waits for the statement of boreal"));
        assertThat(view.invoices()).extracting(InvoiceSummary::buyer).containsExactly("acme");
    }
}
