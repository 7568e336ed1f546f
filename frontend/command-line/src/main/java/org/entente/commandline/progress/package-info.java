/** Long work in named steps: how it is shown, how it waits, and how it fails in one plain sentence. */
@NullMarked
package org.entente.commandline.progress;

import org.jspecify.annotations.NullMarked;
