@NullMarked
package org.entente.simulator;

import org.jspecify.annotations.NullMarked;
