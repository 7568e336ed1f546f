package org.entente.agreements.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.entente.agreements.language.Money;

/**
 * How bills under an agreement are checked, taxed and paid.
 *
 * @param tolerance the largest difference between both operators' totals of a period that is not disputed
 * @param disputeDays days after a statement in which it may be disputed
 * @param paymentDays days after an invoice's date until it is due
 * @param taxPercent the tax rate that the host operator adds, in percent; zero for the reverse charge between operators
 * @param rounding how an invoice line is rounded to coins
 */
public record Settlement(
        Money tolerance, int disputeDays, int paymentDays, BigDecimal taxPercent, RoundingMode rounding) {
    public Settlement {
        if (tolerance.amount().signum() < 0 || disputeDays < 0 || paymentDays < 0 || taxPercent.signum() < 0) {
            throw new IllegalArgumentException("Tolerance, days and tax must not be negative");
        }
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("Rounding must name a real rounding mode");
        }
    }
}
