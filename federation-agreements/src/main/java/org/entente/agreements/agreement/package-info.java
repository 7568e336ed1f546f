/** The agreements that this operator proposed, received and signed, and the prices it asks of its own tenants. */
@NullMarked
package org.entente.agreements.agreement;

import org.jspecify.annotations.NullMarked;
