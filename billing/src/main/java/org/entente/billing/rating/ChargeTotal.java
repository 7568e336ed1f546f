package org.entente.billing.rating;

import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Quantity;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.PriceLine;

/** All charges of one instance at one price that one period bills under one contract. */
public record ChargeTotal(
        InstanceId instance, Place place, Technology technology, PriceLine line, Quantity quantity, Money amount) {}
