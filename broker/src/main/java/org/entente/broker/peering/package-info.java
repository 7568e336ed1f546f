/** What crosses to partners about orders: orders, receipts, releases and notices. */
@NullMarked
package org.entente.broker.peering;

import org.jspecify.annotations.NullMarked;
