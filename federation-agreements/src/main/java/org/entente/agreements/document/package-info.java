/**
 * The paper trail: what crosses between operators, as canonical JSON (RFC 8785) signed as JWS (RFC 7515), so that a third
 * party with the documents and the two key histories can check every step with no broker running.
 */
@NullMarked
package org.entente.agreements.document;

import org.jspecify.annotations.NullMarked;
