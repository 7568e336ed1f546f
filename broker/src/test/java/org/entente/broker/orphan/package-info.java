@NullMarked
package org.entente.broker.orphan;

import org.jspecify.annotations.NullMarked;
