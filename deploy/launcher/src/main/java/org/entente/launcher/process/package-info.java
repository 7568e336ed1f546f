/** Processes that outlive the launcher, and helpers that do not. */
@NullMarked
package org.entente.launcher.process;

import org.jspecify.annotations.NullMarked;
