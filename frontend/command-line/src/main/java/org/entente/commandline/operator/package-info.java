/** The public HTTP API of an operator's server, as one signed-in user sees it, split by subject. */
@NullMarked
package org.entente.commandline.operator;

import org.jspecify.annotations.NullMarked;
