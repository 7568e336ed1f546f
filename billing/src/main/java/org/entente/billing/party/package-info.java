/** Who sells and who buys, as invoices and exports must name them. */
@NullMarked
package org.entente.billing.party;

import org.jspecify.annotations.NullMarked;
