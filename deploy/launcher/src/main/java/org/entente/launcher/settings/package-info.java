/** Where things are and which ports they use, read once from the environment. */
@NullMarked
package org.entente.launcher.settings;

import org.jspecify.annotations.NullMarked;
