/** What either party declares about a signed agreement without asking the other: suspension, resumption, termination. */
@NullMarked
package org.entente.agreements.life;

import org.jspecify.annotations.NullMarked;
