package org.entente.billing.invoice;

import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;

/**
 * What one line of an invoice bills, before any rounding.
 *
 * @param technology of the site, where it is known
 * @param exact the exact amount of its charges
 */
public record InvoiceItem(
        InstanceId instance,
        Place place,
        Optional<Technology> technology,
        PriceLine line,
        Quantity quantity,
        Money exact) {}
