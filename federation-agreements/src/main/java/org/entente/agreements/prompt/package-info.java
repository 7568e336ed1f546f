/** When waiting work is looked at: at once after the commit that made it, and by a tick for what a crash left behind. */
@NullMarked
package org.entente.agreements.prompt;

import org.jspecify.annotations.NullMarked;
