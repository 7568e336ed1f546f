@NullMarked
package org.entente.billing.closing;

import org.jspecify.annotations.NullMarked;
