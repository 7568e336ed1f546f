package org.entente.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.entente.billing.closing.TwoOperators;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database refuses by itself what the program never does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsAreKeptTest {
    private static final String ENTRY = "insert into billing.journal_entry"
            + " (id, booked_on, period, document, description) values (-1, '2027-01-01', '2027-01', 'test', 'test');";

    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Books books;

    private BilledMonth month = Months.NONE;

    @BeforeAll
    void aMonthIsClosed() {
        postbox.empty();
        month = months.ended();
        operators.close(month);
    }

    @ParameterizedTest
    @CsvSource({
        "charge, amount = amount + 1, billed_in",
        "charge, quantity = quantity + 1, billed_in",
        "charge, billed_in = '2040-01', billed_in",
        "journal_entry, booked_on = '2040-01-01', period",
        "statement, stated_total = stated_total + 1, period",
        "statement, own_total = own_total + 1, period",
        "statement, document = 'other', period",
        "statement, state = 'REFUSED', period",
        "invoice, net = net + 1, period",
        "invoice, payable = payable + 1, period",
        "invoice, tax = tax + 1, period",
        "invoice, number = 'other', period",
        "close_request, requested_by = 'mallory', period"
    })
    void whatWasStatedOrBilledIsNeverChanged(String table, String change, String periodColumn) {
        assertThat(books.refusalOf(
                        ALBA,
                        "update billing." + table + " set " + change + " where " + periodColumn + " = '"
                                + month.period() + "'"))
                .contains("UPDATE of billing." + table + " is refused: facts are only ever appended");
    }

    @ParameterizedTest
    @CsvSource({"posting, amount = amount + 1", "posting, account = 'other'", "invoice_line, amount = amount + 1"})
    void whatHangsOnItIsNeverChangedEither(String table, String change) {
        assertThat(books.refusalOf(BOREAL, "update billing." + table + " set " + change))
                .contains("UPDATE of billing." + table + " is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"charge", "posting", "journal_entry", "statement", "invoice_line", "invoice", "close_request"})
    void nothingIsEverDeleted(String table) {
        assertThat(books.refusalOf(ALBA, "delete from billing." + table))
                .contains("DELETE of billing." + table + " is refused");
        assertThat(books.refusalOf(ALBA, "truncate billing." + table + " cascade"))
                .contains("is refused: facts are only ever appended");
    }

    @Test
    void databaseRefusesAnEntryThatDoesNotBalance() {
        assertThat(books.refusalOf(
                        ALBA,
                        ENTRY + "insert into billing.posting values (-1, 0, 'cost:wholesale', 'EUR', 1),"
                                + " (-1, 1, 'payable:unbilled:operator:boreal', 'EUR', -0.99999999999999)"))
                .contains("journal entry -1 does not balance: 0.00000000000001 EUR too much");
    }

    @Test
    void databaseRefusesCurrenciesThatBalanceOnlyTogether() {
        assertThat(books.refusalOf(
                        ALBA,
                        ENTRY + "insert into billing.posting values (-1, 0, 'cost:wholesale', 'EUR', 1),"
                                + " (-1, 1, 'payable:unbilled:operator:boreal', 'SEK', -1)"))
                .contains("journal entry -1 does not balance");
    }

    @Test
    void databaseRefusesAnInvoiceWhoseLinesDoNotSumUp() {
        assertThat(books.refusalOf(
                        ALBA,
                        "insert into billing.invoice select -1, issuer, 'other', buyer_kind, 'other', agreement, statement,"
                                + " period, period_from, period_to, issue_date, due_date, currency, net, tax_percent, tax,"
                                + " payable, hash, document, made_at, state, answered_at, answer, version"
                                + " from billing.invoice where buyer_kind = 'TENANT' and period = '" + month.period()
                                + "'"))
                .contains("the lines of invoice other do not sum to its net amount");
    }

    @Test
    void databaseKeepsDocumentsFromBeingBookedTwice() {
        assertThat(books.refusalOf(ALBA, ENTRY + ENTRY.replace("(-1,", "(-2,"))).contains("one_entry_per_document");
    }
}
