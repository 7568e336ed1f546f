@NullMarked
package org.entente.billing.invoice;

import org.jspecify.annotations.NullMarked;
