/** A site that runs Kubernetes 1.20 or later, spoken through the fabric8 client. */
@NullMarked
package org.entente.broker.kubernetes;

import org.jspecify.annotations.NullMarked;
