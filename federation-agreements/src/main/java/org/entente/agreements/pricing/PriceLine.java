package org.entente.agreements.pricing;

import java.util.Optional;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Technology;

/**
 * One line of a rate card: what one unit of a meter costs.
 *
 * @param id names the line within its rate card; charges and invoice lines refer to it
 * @param technology the only technology it prices, or absent for any
 * @param unitPrice for one {@code per} of the meter's resource; never negative
 * @param per the unit that the price buys
 */
public record PriceLine(String id, Meter meter, Optional<Technology> technology, Money unitPrice, PricingUnit per) {
    public PriceLine {
        if (id.isBlank() || id.length() > 64) {
            throw new IllegalArgumentException("A price line's id must have 1 to 64 characters");
        }
        if (unitPrice.amount().signum() < 0) {
            throw new IllegalArgumentException("Price line " + id + " has a negative price: " + unitPrice);
        }
        if (!per.suits(meter)) {
            throw new IllegalArgumentException("Price line " + id + " states a price per " + per + " of " + meter
                    + ", which is not counted that way");
        }
    }

    boolean prices(Meter wanted, Technology at) {
        return meter == wanted && technology.map(only -> only == at).orElse(true);
    }
}
