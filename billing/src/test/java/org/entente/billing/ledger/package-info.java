@NullMarked
package org.entente.billing.ledger;

import org.jspecify.annotations.NullMarked;
