/** Whether a workload fits a site, and if not, why. Pure: values in, values out. */
@NullMarked
package org.entente.broker.placement;

import org.jspecify.annotations.NullMarked;
