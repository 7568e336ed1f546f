@NullMarked
package org.entente.simulator.administration;

import org.jspecify.annotations.NullMarked;
