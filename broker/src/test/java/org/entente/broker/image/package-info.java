@NullMarked
package org.entente.broker.image;

import org.jspecify.annotations.NullMarked;
