/**
 * Requests that may be sent twice: the client's key, what it asked and what it was answered are stored in the
 * transaction that does the work.
 */
@NullMarked
package org.entente.agreements.idempotency;

import org.jspecify.annotations.NullMarked;
