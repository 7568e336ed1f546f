/**
 * A closed period's charges under one agreement, stated by the host operator and compared by the home operator with its
 * own.
 */
@NullMarked
package org.entente.billing.statement;

import org.jspecify.annotations.NullMarked;
