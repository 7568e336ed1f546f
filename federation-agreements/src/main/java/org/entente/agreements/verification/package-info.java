/**
 * Checking documents with nothing but the documents and the key histories of those who signed them: no broker, no
 * database, no network. For auditors, courts and the operators themselves.
 */
@NullMarked
package org.entente.agreements.verification;

import org.jspecify.annotations.NullMarked;
