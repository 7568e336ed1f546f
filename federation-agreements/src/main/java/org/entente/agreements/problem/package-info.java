/** Failures that have a name: what callers are told when something cannot be done (RFC 9457). */
@NullMarked
package org.entente.agreements.problem;

import org.jspecify.annotations.NullMarked;
