@NullMarked
package org.entente.broker.peering;

import org.jspecify.annotations.NullMarked;
