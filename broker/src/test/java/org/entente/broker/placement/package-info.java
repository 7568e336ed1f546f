@NullMarked
package org.entente.broker.placement;

import org.jspecify.annotations.NullMarked;
