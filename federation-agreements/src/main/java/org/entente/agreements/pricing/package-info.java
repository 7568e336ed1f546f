/**
 * The pure arithmetic of prices: which price line applies to some use, and what it costs. Quotes and charges both use it,
 * so the quote is what the customer pays. Quantities are in the meter's own units (resource-seconds or GiB), prices for
 * one pricing unit, amounts exact to money's scale.
 */
@NullMarked
package org.entente.agreements.pricing;

import org.jspecify.annotations.NullMarked;
