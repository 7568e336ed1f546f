package org.entente.agreements.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.entente.agreements.language.Money;

/**
 * How bills under an agreement are checked, taxed and paid.
 *
 * @param tolerance the largest difference between both operators' totals of a period that is not disputed
 * @param disputeDays days after a statement in which it may be disputed
 * @param paymentDays days after an invoice's date until it is due
 * @param taxPercent the tax rate that the host operator adds, in percent; zero where it adds none
 * @param rounding how an invoice line is rounded to coins
 * @param tax why that rate; absent for the standard rate above zero and the reverse charge at zero
 * @param lateUsage until when use may be reported late; absent for without end
 * @param netting absent for {@link Netting#GROSS}
 */
public record Settlement(
        Money tolerance,
        int disputeDays,
        int paymentDays,
        BigDecimal taxPercent,
        RoundingMode rounding,
        Optional<TaxTreatment> tax,
        Optional<LateUsage> lateUsage,
        Optional<Netting> netting) {
    public Settlement {
        if (tolerance.amount().signum() < 0 || disputeDays < 0 || paymentDays < 0 || taxPercent.signum() < 0) {
            throw new IllegalArgumentException("Tolerance, days and tax must not be negative");
        }
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("Rounding must name a real rounding mode");
        }
        boolean taxed = taxPercent.signum() > 0;
        if (tax.map(why -> taxed != why instanceof TaxTreatment.StandardRate).orElse(false)) {
            throw new IllegalArgumentException(
                    "A tax rate above zero is the standard rate, and the standard rate is above zero");
        }
    }

    public Settlement(Money tolerance, int disputeDays, int paymentDays, BigDecimal taxPercent, RoundingMode rounding) {
        this(
                tolerance,
                disputeDays,
                paymentDays,
                taxPercent,
                rounding,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public TaxTreatment taxTreatment() {
        return tax.orElseGet(
                () -> taxPercent.signum() > 0 ? new TaxTreatment.StandardRate() : new TaxTreatment.ReverseCharge());
    }
}
