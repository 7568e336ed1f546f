/** Which instances run, since when and up to when that was seen: the source of every usage record. */
@NullMarked
package org.entente.metering.observation;

import org.jspecify.annotations.NullMarked;
