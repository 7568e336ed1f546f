@NullMarked
package org.entente.billing.statement;

import org.jspecify.annotations.NullMarked;
