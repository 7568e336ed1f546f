/** Partners: the operators that this one exchanged keys with, and how they are found. */
@NullMarked
package org.entente.agreements.partner;

import org.jspecify.annotations.NullMarked;
