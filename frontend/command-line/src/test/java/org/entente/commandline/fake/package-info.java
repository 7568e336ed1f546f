/** Servers that answer the API's shapes as the real ones do, for tests without them. */
@NullMarked
package org.entente.commandline.fake;

import org.jspecify.annotations.NullMarked;
