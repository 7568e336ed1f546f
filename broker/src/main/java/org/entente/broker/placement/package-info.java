/**
 * Whether a workload fits a site, and if not, every reason why; and which sites a customer's policy chooses. Pure: values in,
 * values out.
 */
@NullMarked
package org.entente.broker.placement;

import org.jspecify.annotations.NullMarked;
