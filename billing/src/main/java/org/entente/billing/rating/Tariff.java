package org.entente.billing.rating;

import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.BillingCalendar;

/** The prices and the calendar of a contract. */
record Tariff(Contract contract, RateCard rateCard, BillingCalendar calendar) {}
