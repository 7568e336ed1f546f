/**
 * How documents cross between operators: what goes out waits in an outbox until the partner answered, what comes in is
 * verified, handled and answered in one transaction, and both happen once however often they are repeated.
 */
@NullMarked
package org.entente.agreements.exchange;

import org.jspecify.annotations.NullMarked;
