package org.entente.agreements.agreement;

import java.math.BigDecimal;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.BillingCalendar;

/** What this operator asks of its own tenants, on its own sites and on its partners' alike. */
public interface RetailPrices {
    RetailTerms current();

    /**
     * Prices and billing of the operator's own tenants.
     *
     * @param taxPercent the tax rate added to a tenant's invoice, in percent
     */
    record RetailTerms(RateCard rateCard, BillingCalendar calendar, BigDecimal taxPercent, int paymentDays) {}
}
