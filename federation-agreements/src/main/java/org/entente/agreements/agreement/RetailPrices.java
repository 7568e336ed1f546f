package org.entente.agreements.agreement;

import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.pricing.MarkUp;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.BillingCalendar;

/** What this operator asks of its own tenants, on its own sites and on its partners' alike. */
public interface RetailPrices {
    RetailTerms current();

    /**
     * Prices and billing of the operator's own tenants.
     *
     * @param rateCard on our own sites, and on partners' sites where no mark-up is stated
     * @param taxPercent the tax rate added to a tenant's invoice, in percent
     * @param markUp on what a partner's site costs us
     */
    record RetailTerms(
            RateCard rateCard,
            BillingCalendar calendar,
            BigDecimal taxPercent,
            int paymentDays,
            Optional<MarkUp> markUp) {
        public RetailTerms(RateCard rateCard, BillingCalendar calendar, BigDecimal taxPercent, int paymentDays) {
            this(rateCard, calendar, taxPercent, paymentDays, Optional.empty());
        }

        /** Whether tenants pay a wholesale price marked up: where a mark-up is stated and the currency is ours. */
        public boolean marksUp(RateCard wholesale) {
            return markUp.isPresent() && wholesale.currency().equals(rateCard.currency());
        }

        /** What tenants pay for use that a partner prices. */
        public RateCard over(RateCard wholesale) {
            return marksUp(wholesale) ? wholesale.markedUp(markUp.orElseThrow()) : rateCard;
        }
    }
}
