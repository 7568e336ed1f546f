/** What sites are on offer: our own, what partners offer us, and what we offer each partner. */
@NullMarked
package org.entente.broker.offer;

import org.jspecify.annotations.NullMarked;
