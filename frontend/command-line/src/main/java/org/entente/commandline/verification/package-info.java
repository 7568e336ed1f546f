/** Checking signed documents from files, with no server. The only slice that knows the documents' own code. */
@NullMarked
package org.entente.commandline.verification;

import org.jspecify.annotations.NullMarked;
