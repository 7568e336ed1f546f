package org.entente.billing;

import java.time.Duration;
import java.time.YearMonth;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Window;

/** A month to bill under an agreement that bills no other month. */
public record BilledMonth(SignedAgreement agreement, YearMonth period) {
    private static final Duration DAY = Duration.ofHours(24);

    public AgreementId id() {
        return agreement.terms().agreement();
    }

    public Window window() {
        return agreement.terms().calendar().window(period);
    }

    /** A day of the month, counted from zero. */
    public Window day(int number) {
        return new Window(
                window().from().plus(DAY.multipliedBy(number)), window().from().plus(DAY.multipliedBy(number + 1L)));
    }
}
