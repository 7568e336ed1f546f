@NullMarked
package org.entente.broker.administration;

import org.jspecify.annotations.NullMarked;
