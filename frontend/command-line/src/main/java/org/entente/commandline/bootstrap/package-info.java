/** Makes a fresh pair of operators ready for orders, and changes nothing where they are. */
@NullMarked
package org.entente.commandline.bootstrap;

import org.jspecify.annotations.NullMarked;
