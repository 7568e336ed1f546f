/** Quotes in tests. */
@org.jspecify.annotations.NullMarked
package org.entente.broker.quote;
