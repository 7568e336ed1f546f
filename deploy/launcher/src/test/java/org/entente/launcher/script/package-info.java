/** Tests of the shell script {@code ./entente}, as it is, on made-up machines. */
@NullMarked
package org.entente.launcher.script;

import org.jspecify.annotations.NullMarked;
