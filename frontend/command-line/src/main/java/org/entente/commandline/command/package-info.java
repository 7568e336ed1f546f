/** The commands for people: each a client of an operator's public API, with a table or JSON as its answer. */
@NullMarked
package org.entente.commandline.command;

import org.jspecify.annotations.NullMarked;
