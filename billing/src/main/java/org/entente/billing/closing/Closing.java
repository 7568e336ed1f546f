package org.entente.billing.closing;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A period that somebody asked to close.
 *
 * @param requestedAt when it was last asked for
 * @param tenantsInvoicedAt when the tenants were billed, which seals retail charges
 * @param closedAt when nothing was left to do
 */
record Closing(
        YearMonth period, Instant requestedAt, Optional<Instant> tenantsInvoicedAt, Optional<Instant> closedAt) {}
