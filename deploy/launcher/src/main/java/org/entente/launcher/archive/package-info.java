/** Fetching and unpacking the parts that are not built here: a folder is whole or absent, never half made. */
@NullMarked
package org.entente.launcher.archive;

import org.jspecify.annotations.NullMarked;
