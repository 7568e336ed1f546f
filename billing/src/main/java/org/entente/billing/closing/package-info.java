/** How a billing period is closed: what happens next under each agreement and for the tenants, and what it waits for. */
@NullMarked
package org.entente.billing.closing;

import org.jspecify.annotations.NullMarked;
