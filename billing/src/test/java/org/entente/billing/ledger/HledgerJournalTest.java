package org.entente.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.billing.Samples.euro;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.billing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HledgerJournalTest {
    private static final JournalEntry CHARGE = new JournalEntry(
            LocalDate.of(2026, 12, 1),
            Samples.DECEMBER,
            "charge/1/bought",
            Optional.of(new InstanceId("vm-1")),
            "vm-vcpu at boreal/nord; odd | text",
            List.of(
                    new Posting(Account.WHOLESALE_COST, euro("4.32003500000001")),
                    new Posting(Account.unbilledPayable(Samples.BOREAL), euro("-4.32003500000001"))));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path folder;

    @Test
    void writesExactDecimalsAndNamesDocumentAndInstance() throws IOException {
        assertThat(text(CHARGE)).isEqualTo("""
                commodity 1.00000000000000 EUR

                account cost:wholesale  ; type: X

                account payable:unbilled:operator:boreal  ; type: L

                2026-12-01 (charge/1/bought) vm-vcpu at boreal/nord  odd   text
                    ; document:charge/1/bought, instance:vm-1, period:2026-12
                    cost:wholesale  4.32003500000001 EUR
                    payable:unbilled:operator:boreal  -4.32003500000001 EUR

                """);
    }

    @Test
    void hledgerAcceptsItStrictly() throws IOException {
        assumeTrue(Hledger.isInstalled(), "hledger is not installed: nobody else read the journal");

        assertThat(Hledger.run(folder, text(CHARGE), "check", "--strict")).isEmpty();
        assertThat(Hledger.run(folder, text(CHARGE), "balance", "tag:instance=vm-1", "cost", "--no-total"))
                .contains("4.32003500000001 EUR");
    }

    @Test
    void hledgerWouldRefuseAWrongDigit() throws IOException {
        assumeTrue(Hledger.isInstalled(), "hledger is not installed: nobody else read the journal");
        String wrong = text(CHARGE).replace("-4.32003500000001 EUR", "-4.32003500000002 EUR");

        assertThat(Hledger.run(folder, wrong, "check", "--strict")).contains("-0.00000000000001 EUR");
    }

    private static String text(JournalEntry entry) throws IOException {
        StringBuilder out = new StringBuilder();
        new HledgerJournal(out).write(List.of(entry));
        return out.toString();
    }
}
