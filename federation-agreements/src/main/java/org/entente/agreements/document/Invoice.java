package org.entente.agreements.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;

/**
 * What the host operator asks to be paid for an accepted statement, which it builds on. Net, tax and payable are in whole
 * coins.
 */
public record Invoice(
        String number,
        AgreementId agreement,
        YearMonth period,
        LocalDate issueDate,
        LocalDate dueDate,
        List<InvoiceLine> lines,
        Money net,
        BigDecimal taxPercent,
        Money tax,
        Money payable)
        implements DocumentBody {
    public Invoice {
        lines = List.copyOf(lines);
    }

    /** One line in whole coins: its description says instance, site and meter in words. */
    public record InvoiceLine(int number, String description, Money amount) {}
}
