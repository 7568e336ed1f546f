/** Calls over HTTP whose every failure is one plain sentence, and the JSON that goes over them. */
@NullMarked
package org.entente.commandline.http;

import org.jspecify.annotations.NullMarked;
