/** The one place that knows which adapter speaks which technology. */
@NullMarked
package org.entente.broker.technology;

import org.jspecify.annotations.NullMarked;
