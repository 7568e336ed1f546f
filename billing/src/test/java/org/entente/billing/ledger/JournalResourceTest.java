package org.entente.billing.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.ALBA;
import static org.entente.billing.Samples.BOREAL;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.entente.agreements.language.OperatorId;
import org.entente.billing.BilledMonth;
import org.entente.billing.Books;
import org.entente.billing.Months;
import org.entente.billing.Peers;
import org.entente.billing.Postbox;
import org.entente.billing.PostgresResource;
import org.entente.billing.closing.TwoOperators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "fina", roles = "finance")
class JournalResourceTest {
    @Inject
    Months months;

    @Inject
    TwoOperators operators;

    @Inject
    Postbox postbox;

    @Inject
    Peers peers;

    @Inject
    Books books;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    private BilledMonth month = Months.NONE;

    @BeforeEach
    void aMonthIsClosed() {
        postbox.empty();
        month = months.ended();
        operators.close(month);
    }

    @Test
    void fileIsStrictlyRightAndComesToTheBalancesOfTheBooks() {
        for (OperatorId operator : List.of(ALBA, BOREAL)) {
            PlainJournal journal = PlainJournal.read(journalOf(operator));

            assertThat(journal.errors()).isEmpty();
            assertThat(journal.balances()).isEqualTo(books.balances(operator, month.period()));
        }
    }

    @Test
    void everyChargeAndInvoiceIsAnEntry() {
        // Boreal: 7 charges sold, an invoice. Alba: 7 bought, 7 sold to Acme, an invoice received, one issued.
        assertThat(PlainJournal.read(journalOf(BOREAL)).entries()).isEqualTo(8);
        assertThat(PlainJournal.read(journalOf(ALBA)).entries()).isEqualTo(16);
    }

    @Test
    void hledgerReadsTheSame() {
        assumeTrue(Hledger.isInstalled(), "hledger is not installed: nobody else read the journal");

        for (OperatorId operator : List.of(ALBA, BOREAL)) {
            String journal = journalOf(operator);
            assertThat(Hledger.run(folder, journal, "check", "--strict", "accounts", "commodities"))
                    .isEmpty();
        }
        assertThat(Hledger.run(folder, journalOf(ALBA), "balance", "cost", "--no-total"))
                .contains("41.22602041666667 EUR");
    }

    @Test
    void sameMonthGivesTheSameBytes() {
        assertThat(journalOf(ALBA)).isEqualTo(journalOf(ALBA));
    }

    @Test
    void monthWithoutEntriesIsAnEmptyJournal() {
        assertThat(given().get("/api/v1/exports/journal?period=1999-01")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("; Books of the billing period 1999-01\n\n");
    }

    private String journalOf(OperatorId operator) {
        peers.become(operator);
        return given().get("/api/v1/exports/journal?period=" + month.period())
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"journal-" + month.period() + ".journal\"")
                .extract()
                .asString();
    }
}
