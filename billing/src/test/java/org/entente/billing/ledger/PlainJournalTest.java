package org.entente.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The reader that tests rely on finds what is wrong. */
class PlainJournalTest {
    private static final String RIGHT = """
            commodity 1.00000000000000 EUR

            account cost:wholesale  ; type: X

            account payable:unbilled:operator:boreal  ; type: L

            2026-12-01 (charge/1/bought) vm-vcpu at boreal/nord
                ; document:charge/1/bought, instance:vm-1, period:2026-12
                cost:wholesale  4.32003500000001 EUR
                payable:unbilled:operator:boreal  -4.32003500000001 EUR

            """;

    @Test
    void rightJournalHasNoErrors() {
        PlainJournal journal = PlainJournal.read(RIGHT);

        assertThat(journal.errors()).isEmpty();
        assertThat(journal.entries()).isEqualTo(1);
        assertThat(journal.balances()).isEqualTo("""
                cost:wholesale 4.32003500000001 EUR
                payable:unbilled:operator:boreal -4.32003500000001 EUR
                """);
    }

    @Test
    void wrongLastDigitIsFound() {
        assertThat(PlainJournal.read(RIGHT.replace("-4.32003500000001", "-4.32003500000002"))
                        .errors())
                .containsExactly("charge/1/bought is out by -0.00000000000001 EUR");
    }

    @Test
    void whatIsNotDeclaredIsFound() {
        assertThat(PlainJournal.read(RIGHT.replace("account cost", "account other"))
                        .errors())
                .containsExactly("cost:wholesale is not declared before its use");
        assertThat(PlainJournal.read(RIGHT.replace("commodity 1.00000000000000 EUR\n", ""))
                        .errors())
                .hasSize(2)
                .allMatch("EUR is not declared before its use"::equals);
    }

    @Test
    void repeatedEntryIsFound() {
        assertThat(PlainJournal.read(RIGHT + RIGHT).errors()).containsExactly("charge/1/bought is booked twice");
    }

    @Test
    void lineOfAnotherFormIsFound() {
        assertThat(PlainJournal.read(RIGHT.replace("  4.32003500000001 EUR", " 4.32 EUR"))
                        .errors())
                .contains("Not understood:     cost:wholesale 4.32 EUR");
    }
}
