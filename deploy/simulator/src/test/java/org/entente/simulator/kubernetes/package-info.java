@NullMarked
package org.entente.simulator.kubernetes;

import org.jspecify.annotations.NullMarked;
