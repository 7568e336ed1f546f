/** The whole of it, as its users meet it: started by the launcher, used through commands and a browser. */
@NullMarked
package org.entente.acceptance;

import org.jspecify.annotations.NullMarked;
