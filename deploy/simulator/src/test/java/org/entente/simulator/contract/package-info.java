/** What every site adapter must do, tried on simulated sites and on real ones. */
@NullMarked
package org.entente.simulator.contract;

import org.jspecify.annotations.NullMarked;
