/** Tests of what is on offer. */
@org.jspecify.annotations.NullMarked
package org.entente.broker.offer;
