/** Tests of what crosses between operators. */
@org.jspecify.annotations.NullMarked
package org.entente.broker.peering;
