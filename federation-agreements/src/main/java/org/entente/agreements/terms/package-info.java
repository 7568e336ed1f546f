/** What two operators agree on: parties, period, zones, prices, quotas and how bills are made and settled. */
@NullMarked
package org.entente.agreements.terms;

import org.jspecify.annotations.NullMarked;
