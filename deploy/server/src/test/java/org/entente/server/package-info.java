/** Tests of the assembled server on a real PostgreSQL. */
@NullMarked
package org.entente.server;

import org.jspecify.annotations.NullMarked;
