/**
 * How two operators come to the next version of an agreement: proposals, counter-proposals and the answers to them, each a
 * signed document, in states on both sides that cannot drift apart.
 */
@NullMarked
package org.entente.agreements.negotiation;

import org.jspecify.annotations.NullMarked;
