/** Usage reports: what a host operator states was used under an agreement, and what the home operator answers. */
@NullMarked
package org.entente.metering.report;

import org.jspecify.annotations.NullMarked;
