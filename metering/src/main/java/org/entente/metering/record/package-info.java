/** Usage records: facts that are appended once and never change. */
@NullMarked
package org.entente.metering.record;

import org.jspecify.annotations.NullMarked;
