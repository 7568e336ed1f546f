/** Tables of plain text for terminals of 80 to 100 columns. */
@NullMarked
package org.entente.commandline.table;

import org.jspecify.annotations.NullMarked;
