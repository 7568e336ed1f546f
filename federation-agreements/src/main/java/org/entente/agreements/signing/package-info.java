/** This operator's own keys: which there were, from when to when each counted, and which one signs for whom. */
@NullMarked
package org.entente.agreements.signing;

import org.jspecify.annotations.NullMarked;
