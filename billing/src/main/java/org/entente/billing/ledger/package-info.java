/** The books: balanced double-entry postings for every charge and invoice, and their export as a plain-text journal. */
@NullMarked
package org.entente.billing.ledger;

import org.jspecify.annotations.NullMarked;
