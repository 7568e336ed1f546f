/** Tests of what carries documents between operators. */
@NullMarked
package org.entente.agreements.exchange;

import org.jspecify.annotations.NullMarked;
