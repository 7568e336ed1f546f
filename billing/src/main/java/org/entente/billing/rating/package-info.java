/**
 * What use costs: every usage record becomes charges, by the price line in force for it. The arithmetic is pure; one job
 * keeps up with the usage log.
 */
@NullMarked
package org.entente.billing.rating;

import org.jspecify.annotations.NullMarked;
