/**
 * The pure arithmetic of prices: what a quantity costs under a price line. Quotes and charges both use it, so the quote
 * is what the customer pays.
 */
@NullMarked
package org.entente.agreements.pricing;

import org.jspecify.annotations.NullMarked;
