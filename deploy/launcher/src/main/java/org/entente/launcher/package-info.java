/** The launcher of a whole Entente on one machine: its commands, and what each does to the parts. */
@NullMarked
package org.entente.launcher;

import org.jspecify.annotations.NullMarked;
