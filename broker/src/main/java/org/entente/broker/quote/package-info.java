/** What an order would cost, for as long as the quote is valid. */
@NullMarked
package org.entente.broker.quote;

import org.jspecify.annotations.NullMarked;
