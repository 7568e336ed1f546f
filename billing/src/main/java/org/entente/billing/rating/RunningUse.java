package org.entente.billing.rating;

import java.time.YearMonth;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.pricing.PriceLine;

/**
 * What one running total counts: the use of one instance in one period, under one contract, at one price. A new price
 * starts a new total.
 *
 * @param contract the id of the agreement or of the tenant
 */
record RunningUse(Side side, String contract, InstanceId instance, PriceLine line, YearMonth period) {}
