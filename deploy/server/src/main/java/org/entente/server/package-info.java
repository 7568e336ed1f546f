/** One operator's server: puts the modules together, and adds what belongs to none of them. */
@NullMarked
package org.entente.server;

import org.jspecify.annotations.NullMarked;
