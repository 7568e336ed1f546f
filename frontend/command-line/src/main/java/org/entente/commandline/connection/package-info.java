/** Which operators, sites and users there are to work with, from the file that {@code ./entente up} writes. */
@NullMarked
package org.entente.commandline.connection;

import org.jspecify.annotations.NullMarked;
