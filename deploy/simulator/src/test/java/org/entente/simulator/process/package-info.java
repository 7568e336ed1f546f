/** The packaged simulator as a process of its own, for tests. */
@NullMarked
package org.entente.simulator.process;

import org.jspecify.annotations.NullMarked;
