package org.entente.billing.invoice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Window;

/**
 * An invoice that this operator issued or received.
 *
 * @param answer why the partner refused it, if it did
 */
public record StoredInvoice(Heading heading, Buyer buyer, Bill bill, InvoiceState state, Optional<String> answer) {
    /**
     * Who bills what, and when it is due.
     *
     * @param number unique for its issuer
     */
    public record Heading(
            String number, OperatorId issuer, YearMonth period, Window window, LocalDate issued, LocalDate due) {}
}
