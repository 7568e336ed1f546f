/** Changing signing keys: announcing and revoking our own, confirming and revoking partners', and hearing of theirs. */
@NullMarked
package org.entente.agreements.rotation;

import org.jspecify.annotations.NullMarked;
