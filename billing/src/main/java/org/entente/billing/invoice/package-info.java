/** What is to be paid for a closed period: amounts in coins, tax, numbers without gaps, to partners and to tenants. */
@NullMarked
package org.entente.billing.invoice;

import org.jspecify.annotations.NullMarked;
