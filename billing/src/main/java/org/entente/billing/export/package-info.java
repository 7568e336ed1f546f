/**
 * Files that finance tools read: the FOCUS 1.4 Cost and Usage dataset with its own check, and invoices as UBL 2.1.
 */
@NullMarked
package org.entente.billing.export;

import org.jspecify.annotations.NullMarked;
