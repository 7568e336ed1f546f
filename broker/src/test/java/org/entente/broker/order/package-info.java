@NullMarked
package org.entente.broker.order;

import org.jspecify.annotations.NullMarked;
