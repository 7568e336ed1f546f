/** Tests of negotiations: the pure machine by itself, and two of them with a hostile network between. */
@NullMarked
package org.entente.agreements.negotiation;

import org.jspecify.annotations.NullMarked;
