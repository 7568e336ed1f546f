/** One simulated site whatever its technology: its name, its switches, and what they do to a call. */
@NullMarked
package org.entente.simulator.site;

import org.jspecify.annotations.NullMarked;
