/** What the tests of billing share: two operators, an agreement, prices, usage and a clock. */
@NullMarked
package org.entente.billing;

import org.jspecify.annotations.NullMarked;
