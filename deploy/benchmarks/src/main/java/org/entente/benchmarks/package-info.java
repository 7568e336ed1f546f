/** Benchmarks of the pure core, each beside a partner of comparison in the same run. */
@NullMarked
package org.entente.benchmarks;

import org.jspecify.annotations.NullMarked;
