/** Whose signature counts, and when: an operator's signing key, and every operator's history of published keys. */
@NullMarked
package org.entente.agreements.keys;

import org.jspecify.annotations.NullMarked;
