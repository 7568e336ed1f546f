@NullMarked
package org.entente.billing.rating;

import org.jspecify.annotations.NullMarked;
