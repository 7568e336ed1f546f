@NullMarked
package org.entente.broker.technology;

import org.jspecify.annotations.NullMarked;
