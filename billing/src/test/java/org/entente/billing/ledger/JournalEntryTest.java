package org.entente.billing.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.billing.Samples.euro;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.billing.Samples;
import org.junit.jupiter.api.Test;

class JournalEntryTest {
    @Test
    void entryThatDoesNotBalanceCannotBeMade() {
        assertThatThrownBy(() -> entry(
                        new Posting(Account.WHOLESALE_COST, euro("1")),
                        new Posting(Account.unbilledPayable(Samples.BOREAL), euro("-0.99999999999999"))))
                .hasMessage("The entry for charge/1/bought does not balance: 0.00000000000001 EUR too much");
    }

    @Test
    void currenciesDoNotBalanceEachOther() {
        assertThatThrownBy(() -> entry(
                        new Posting(Account.WHOLESALE_COST, euro("1")),
                        new Posting(Account.unbilledPayable(Samples.BOREAL), Money.of("SEK", "-1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry(
                LocalDate.of(2026, 12, 1),
                Samples.DECEMBER,
                "charge/1/bought",
                Optional.empty(),
                "vm-vcpu at boreal/nord",
                List.of(postings));
    }
}
