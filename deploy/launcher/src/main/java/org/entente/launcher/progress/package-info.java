/** What the person in front of the screen sees while steps run. */
@NullMarked
package org.entente.launcher.progress;

import org.jspecify.annotations.NullMarked;
