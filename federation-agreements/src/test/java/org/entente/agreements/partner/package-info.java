/** Tests of partners without a database. */
@NullMarked
package org.entente.agreements.partner;

import org.jspecify.annotations.NullMarked;
