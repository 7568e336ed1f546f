/** What was used: observed at a site, recorded once, reported under an agreement. */
@NullMarked
package org.entente.metering;

import org.jspecify.annotations.NullMarked;
