package org.entente.billing.rating;

import java.time.ZoneId;
import java.util.Optional;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.BillingCalendar;

/**
 * The prices and the calendar of a contract.
 *
 * @param clock the zone whose hours and weekdays the price lines mean
 * @param within the only part of a record that it charges; absent for all of it
 */
record Tariff(Contract contract, RateCard rateCard, BillingCalendar calendar, ZoneId clock, Optional<Window> within) {
    Tariff(Contract contract, RateCard rateCard, BillingCalendar calendar) {
        this(contract, rateCard, calendar, calendar.zone(), Optional.empty());
    }
}
