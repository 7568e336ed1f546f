/** Suspending, resuming and ending a partner, and hearing the same from it: each is a signed notice known to both. */
@NullMarked
package org.entente.agreements.standing;

import org.jspecify.annotations.NullMarked;
