@NullMarked
package org.entente.simulator.site;

import org.jspecify.annotations.NullMarked;
