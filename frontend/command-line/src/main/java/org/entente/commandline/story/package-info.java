/**
 * The main job from the quote to the files in the accountant's folder, done through the public API as its users would
 * do it.
 */
@NullMarked
package org.entente.commandline.story;

import org.jspecify.annotations.NullMarked;
