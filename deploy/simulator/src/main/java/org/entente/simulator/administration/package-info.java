/** What people and drills turn at the simulated sites, and see of them. Not a part of any site's API. */
@NullMarked
package org.entente.simulator.administration;

import org.jspecify.annotations.NullMarked;
