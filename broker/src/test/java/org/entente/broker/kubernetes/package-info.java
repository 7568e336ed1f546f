@NullMarked
package org.entente.broker.kubernetes;

import org.jspecify.annotations.NullMarked;
