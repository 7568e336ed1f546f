@NullMarked
package org.entente.billing.export;

import org.jspecify.annotations.NullMarked;
